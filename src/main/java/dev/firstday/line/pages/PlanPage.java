package dev.firstday.line.pages;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineIo;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.Reply;
import dev.firstday.line.model.ChangeGroup;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import dev.firstday.line.model.RightsFact;
import dev.firstday.line.model.ScriptText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A plan, and the question whether to apply it.
 *
 * @param steps what it was made for
 * @param left steps that a person left out of it
 * @param rights whether it is allowed
 */
public record PlanPage(List<String> steps, Set<String> left, Plan plan, RightsFact rights)
    implements Page {
  private static final int DIGITS = 4;

  /** The way to a plan: through the answers that it needs. */
  static Navigation open(List<String> steps, LineContext desk) {
    if (!new Questions(desk).complete(steps)) {
      return new Navigation.Again();
    }
    return new Navigation.NextPage(of(steps, Set.of(), desk));
  }

  private static PlanPage of(List<String> steps, Set<String> left, LineContext desk) {
    List<String> wanted = steps.stream().filter(step -> !left.contains(step)).toList();
    Plan plan = desk.session().plan(wanted);
    return new PlanPage(steps, left, plan, new RightsFact(plan, desk.session()));
  }

  @Override
  public void tell(LineContext desk) {
    LineWriter voice = desk.voice();
    voice.tell("line.plan.heading", plan.id());
    voice.tell(desk.made().isEmpty() ? "tui.plan.nothing-yet" : "tui.plan.not-yet");
    if (!plan.unseen().isEmpty()) {
      voice.fact(
          voice.text("tui.plan.unseen"),
          voice.text("tui.plan.unseen-steps", desk.names(plan.unseen())));
    }
    tellCounts(plan, desk);
    tellChanges(plan, desk, planned -> named(planned, desk));
    steps.stream()
        .filter(left::contains)
        .forEach(id -> voice.fact(voice.text("tui.plan.left-out"), desk.name(desk.step(id))));
    voice.fact(voice.text("tui.plan.cost"), cost(desk));
    voice.fact(
        voice.text("tui.plan.undo"),
        plan.isEmpty() ? voice.text("tui.plan.empty") : StepText.undo(plan, voice));
    rights.tell(voice);
    voice.tell("tui.plan.rereads");
  }

  /** A change, and whether there is a way back from it. */
  private static String named(Plan.Planned planned, LineContext desk) {
    String change = StepText.change(planned, desk);
    return planned.change().undo().isEmpty()
        ? desk.voice().text("line.change.for-good", change)
        : change;
  }

  /** The changes with their numbers, and the steps that they are for. */
  static void tellChanges(Plan plan, LineContext desk, Function<Plan.Planned, String> text) {
    LineWriter voice = desk.voice();
    List<Plan.Planned> changes = plan.changes();
    String before = "";
    for (ChangeGroup alike : ChangeGroup.of(changes, Plan.Planned::change, text)) {
      String owners = desk.names(changes.get(alike.first() - 1).steps());
      if (!owners.equals(before)) {
        voice.tell("line.for", owners);
      }
      before = owners;
      String number =
          alike.first() == alike.last()
              ? Integer.toString(alike.first())
              : voice.text("line.numbers", alike.first(), alike.last());
      voice.say(voice.text("line.choice", number, alike.text()));
    }
  }

  static void tellCounts(Plan plan, LineContext desk) {
    desk.voice()
        .tell(
            "tui.plan.counts",
            plan.count(Effect.CREATE),
            plan.count(Effect.CHANGE),
            plan.count(Effect.DELETE));
  }

  private String cost(LineContext desk) {
    BigDecimal sum =
        steps.stream()
            .filter(id -> !left.contains(id))
            .map(id -> desk.step(id).monthlyUsd())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return OnboardingPages.about(sum, desk.voice());
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    LineWriter voice = desk.voice();
    List<Choice> choices = new ArrayList<>();
    if (!plan.isEmpty()) {
      choices.add(new Choice(LineCommand.APPLY, voice.text("line.plan.apply"), () -> apply(desk)));
      choices.add(hear(plan, desk));
      choices.add(
          new Choice(LineCommand.PICK, voice.text("line.plan.leave-out"), () -> leave(desk)));
    }
    if (!left.isEmpty()) {
      choices.add(
          new Choice(
              LineCommand.PICK,
              voice.text("line.plan.bring-back"),
              () -> new Navigation.ReplacePage(of(steps, Set.of(), desk))));
    }
    if (!plan.isEmpty()) {
      choices.addAll(ScriptText.choices(plan, desk));
    }
    return choices;
  }

  /** To hear what is sent for one of the changes. */
  static Choice hear(Plan plan, LineContext desk) {
    return new Choice(
        LineCommand.OPEN,
        desk.voice().text("line.plan.change"),
        () -> {
          asked(plan, desk).ifPresent(planned -> new ChangeText(planned, desk).tell());
          return new Navigation.Again();
        });
  }

  /** A change by its number; empty if a person would rather go back. */
  private static Optional<Plan.Planned> asked(Plan plan, LineContext desk) {
    List<Plan.Planned> changes = plan.changes();
    return desk.voice()
        .numbered(
            "line.change-number",
            number -> number >= 1 && number <= changes.size(),
            "line.no-such-number",
            changes.size())
        .map(number -> changes.get(number - 1));
  }

  private Navigation leave(LineContext desk) {
    Optional<Plan.Planned> planned = asked(plan, desk);
    if (planned.isEmpty()) {
      return new Navigation.Again();
    }
    Set<String> more = new HashSet<>(left);
    more.addAll(planned.get().steps());
    return new Navigation.ReplacePage(of(steps, Set.copyOf(more), desk));
  }

  private Navigation apply(LineContext desk) {
    rights.tellLate(desk.voice());
    Optional<Plan.Confirmed> confirmed = confirm(plan, false, desk);
    if (confirmed.isEmpty()) {
      return new Navigation.Again();
    }
    ChangeWriting writing = new ChangeWriting(desk);
    Outcome outcome = writing.apply(confirmed.get());
    return new Navigation.ReplacePage(new ResultPage(plan, outcome, Optional.empty(), writing.calls()));
  }

  /** Asks for the four digits, which can't be pasted; without them nothing is written. */
  public static Optional<Plan.Confirmed> confirm(Plan plan, boolean undo, LineContext desk) {
    LineWriter voice = desk.voice();
    String texts = undo ? "tui.undo." : "tui.plan.";
    voice.tell(texts + "question", plan.accountId());
    voice.tell("line.digits.empty");
    while (true) {
      LineIo.TypedLine typed = voice.typed(voice.text("line.digits"), false);
      Reply reply = Reply.of(typed.text());
      if (reply.empty() || reply.goesBack()) {
        voice.tell("line.digits.none");
        return Optional.empty();
      }
      LineWriter.leaveIfWanted(reply);
      Optional<Plan.Confirmed> confirmed = plan.confirm(reply.text());
      if (typed.pasted()) {
        voice.tell(texts + "paste");
      } else if (confirmed.isPresent()) {
        return confirmed;
      } else {
        voice.tell(texts + "digits-wrong", DIGITS);
      }
    }
  }
}
