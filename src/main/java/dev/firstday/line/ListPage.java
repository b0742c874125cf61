package dev.firstday.line;

import dev.firstday.catalog.Group;
import dev.firstday.catalog.Language;
import dev.firstday.engine.StepView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps: the open ones, all of them, or one group. A step is opened by its number. */
final class ListPage implements Page {
  @Override
  public void tell(Desk desk) {}

  @Override
  public String question(Desk desk) {
    return desk.voice().text("line.list.which");
  }

  @Override
  public List<Choice> choices(Desk desk) {
    Voice voice = desk.voice();
    List<Choice> choices = new ArrayList<>();
    choices.add(choice(Act.LIST, voice.text("line.list.open"), StepView::open, desk));
    choices.add(choice(Act.LIST, voice.text("line.list.all"), step -> true, desk));
    for (Group group : desk.session().catalog().groups()) {
      Predicate<StepView> in = step -> step.entry().group().equals(group.id());
      if (desk.session().steps().stream().anyMatch(in)) {
        choices.add(choice(Act.LIST, voice.of(group.title()), in, desk));
      }
    }
    return choices;
  }

  private static Choice choice(Act act, String text, Predicate<StepView> which, Desk desk) {
    long count = desk.session().steps().stream().filter(which).count();
    return new Choice(
        act,
        desk.voice().text("line.list.count", text, count),
        () -> show(desk.session().steps().stream().filter(which).toList(), desk));
  }

  /** Finds steps by number or word, whatever language is spoken. */
  static Turn find(Desk desk) {
    Voice voice = desk.voice();
    String wanted = normal(voice.typed(voice.text("tui.find.label"), true).text());
    List<StepView> found =
        desk.session().steps().stream().filter(step -> matches(step, wanted, desk)).toList();
    if (found.isEmpty()) {
      voice.tell("line.list.none");
      return new Turn.Again();
    }
    return show(found, desk);
  }

  private static boolean matches(StepView step, String wanted, Desk desk) {
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

  private static Turn show(List<StepView> steps, Desk desk) {
    Voice voice = desk.voice();
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
        .<Turn>map(id -> new Turn.Open(new StepPage(id)))
        .orElseGet(Turn.Again::new);
  }

  private static void heading(String id, Desk desk) {
    desk.session().catalog().groups().stream()
        .filter(group -> group.id().equals(id))
        .forEach(group -> desk.voice().say(desk.voice().of(group.title())));
  }
}
