package dev.firstday.line.pages;

import dev.firstday.catalog.Group;
import dev.firstday.catalog.Language;
import dev.firstday.engine.StepView;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.Reply;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps: the open ones, all of them, or one group. A step is opened by its number. */
public final class ListPage implements Page {
  @Override
  public void tell(LineContext desk) {}

  @Override
  public String question(LineContext desk) {
    return desk.voice().text("line.list.which");
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    LineWriter voice = desk.voice();
    List<Choice> choices = new ArrayList<>();
    choices.add(choice(LineCommand.LIST, voice.text("line.list.open"), StepView::open, desk));
    choices.add(choice(LineCommand.LIST, voice.text("line.list.all"), step -> true, desk));
    for (Group group : desk.session().catalog().groups()) {
      Predicate<StepView> in = step -> step.entry().group().equals(group.id());
      if (desk.session().steps().stream().anyMatch(in)) {
        choices.add(choice(LineCommand.LIST, voice.of(group.title()), in, desk));
      }
    }
    return choices;
  }

  private static Choice choice(
      LineCommand act, String text, Predicate<StepView> which, LineContext desk) {
    long count = desk.session().steps().stream().filter(which).count();
    return new Choice(
        act,
        desk.voice().text("line.list.count", text, count),
        () -> show(desk.session().steps().stream().filter(which).toList(), desk));
  }

  /** Finds steps by number or word, whatever language is spoken. */
  public static Navigation find(LineContext desk) {
    LineWriter voice = desk.voice();
    String wanted = normal(voice.typed(voice.text("tui.find.label"), true).text());
    List<StepView> found =
        desk.session().steps().stream().filter(step -> matches(step, wanted, desk)).toList();
    if (found.isEmpty()) {
      voice.tell("line.list.none");
      return new Navigation.Again();
    }
    return show(found, desk);
  }

  private static boolean matches(StepView step, String wanted, LineContext desk) {
    return Stream.of(
            Integer.toString(desk.standing().number(step.id())),
            step.id(),
            step.entry().title().in(Language.EN),
            step.entry().title().in(Language.JA),
            desk.verdict(step))
        .anyMatch(text -> normal(text).contains(wanted));
  }

  private static String normal(String text) {
    return Reply.of(text).text().toLowerCase(Locale.ROOT);
  }

  private static Navigation show(List<StepView> steps, LineContext desk) {
    LineWriter voice = desk.voice();
    voice.afresh();
    String group = "";
    for (StepView step : steps) {
      if (!step.entry().group().equals(group)) {
        group = step.entry().group();
        heading(group, desk);
      }
      voice.say(HomePage.line(step, desk));
    }
    List<Integer> numbers = steps.stream().map(step -> desk.standing().number(step.id())).toList();
    return voice
        .numbered("line.step-number", numbers::contains, "line.no-such-step")
        .map(number -> desk.session().steps().get(number - 1).id())
        .<Navigation>map(id -> new Navigation.NextPage(new StepPage(id)))
        .orElseGet(Navigation.Again::new);
  }

  private static void heading(String id, LineContext desk) {
    desk.session().catalog().groups().stream()
        .filter(group -> group.id().equals(id))
        .forEach(group -> desk.voice().say(desk.voice().of(group.title())));
  }
}
