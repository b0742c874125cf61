package dev.firstday.view;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * On coming back: what others have changed, as long as it matters.
 *
 * @param since when the wizard was last used here
 * @param done the steps that got done
 * @param open those that are open again
 */
public record SinceText(String since, Optional<String> done, Optional<String> open) {
  /**
   * What there is to tell; empty where nothing has changed.
   *
   * @param made what was done in this session, which is told elsewhere
   */
  public static Optional<SinceText> of(
      SessionSnapshot session, List<Plan.Planned> made, Texts texts) {
    Optional<String> done = changed(session, made, true, texts);
    Optional<String> open = changed(session, made, false, texts);
    return done.isEmpty() && open.isEmpty()
        ? Optional.empty()
        : session
            .before()
            .map(last -> texts.say("tui.since", texts.when(last.at())))
            .map(since -> new SinceText(since, done, open));
  }

  private static Optional<String> changed(
      SessionSnapshot session, List<Plan.Planned> made, boolean settled, Texts texts) {
    List<StepView> steps = session.progress().changedSince(session.before(), made, settled);
    String numbers =
        steps.stream()
            .map(step -> Integer.toString(session.progress().number(step.id())))
            .collect(Collectors.joining(", "));
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.say(settled ? "tui.since.done" : "tui.since.open", numbers));
  }
}
