package dev.firstday.line.pages;

import dev.firstday.catalog.Group;
import dev.firstday.engine.StepView;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import dev.firstday.view.StepSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The steps: the open ones, all of them, or one group. A step is opened by its number. */
public final class ListPage implements Page {
  @Override
  public void tell(LineContext context) {}

  @Override
  public String question(LineContext context) {
    return context.writer().text("line.list.which");
  }

  @Override
  public List<Choice> choices(LineContext context) {
    LineWriter writer = context.writer();
    List<Choice> choices = new ArrayList<>();
    choices.add(choice(writer.text("line.list.open"), StepView::open, context));
    choices.add(choice(writer.text("line.list.all"), step -> true, context));
    for (Group group : context.session().catalog().groups()) {
      Predicate<StepView> in = step -> step.entry().group().equals(group.id());
      if (context.session().steps().stream().anyMatch(in)) {
        choices.add(choice(writer.of(group.title()), in, context));
      }
    }
    return choices;
  }

  private static Choice choice(String text, Predicate<StepView> which, LineContext context) {
    List<StepView> steps = context.session().steps().stream().filter(which).toList();
    return new Choice(
        LineCommand.LIST,
        context.writer().text("line.list.count", text, steps.size()),
        () -> show(context.session().steps().stream().filter(which).toList(), context));
  }

  /** Finds steps by number or word, whatever language is spoken. */
  public static Navigation find(LineContext context) {
    LineWriter writer = context.writer();
    StepSearch search = new StepSearch(writer.typed(writer.text("tui.find.label"), true).text());
    List<StepView> found =
        context.session().steps().stream()
            .filter(
                step ->
                    search.finds(step, context.standing().number(step.id()), context.verdict(step)))
            .toList();
    if (found.isEmpty()) {
      writer.tell("line.list.none");
      return new Navigation.Again();
    }
    return show(found, context);
  }

  private static Navigation show(List<StepView> steps, LineContext context) {
    LineWriter writer = context.writer();
    writer.afresh();
    String group = "";
    for (StepView step : steps) {
      if (!step.entry().group().equals(group)) {
        group = step.entry().group();
        heading(group, context);
      }
      writer.say(HomePage.line(step, context));
    }
    List<Integer> numbers =
        steps.stream().map(step -> context.standing().number(step.id())).toList();
    return writer
        .numbered("line.step-number", numbers::contains, "line.no-such-step")
        .map(number -> context.session().steps().get(number - 1).id())
        .<Navigation>map(id -> new Navigation.NextPage(new StepPage(id)))
        .orElseGet(Navigation.Again::new);
  }

  private static void heading(String id, LineContext context) {
    context.session().catalog().groups().stream()
        .filter(group -> group.id().equals(id))
        .forEach(group -> context.writer().say(context.writer().of(group.title())));
  }
}
