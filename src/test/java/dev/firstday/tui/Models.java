package dev.firstday.tui;

import dev.firstday.engine.StepView;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.model.Model;
import dev.firstday.view.SessionSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models that differ in one thing from what a session gives. */
public final class Models {
  private Models() {}

  public static Model signedInAs(Identity identity, Model model) {
    return known(identity, model.steps(), model);
  }

  /** With a look at some steps on its way for a time. */
  static Model checking(Set<String> ids, Duration time, Model model) {
    List<StepView> steps =
        model.steps().stream()
            .map(
                step ->
                    new StepView(
                        step.entry(),
                        step.assessment(),
                        ids.contains(step.id())
                            ? Optional.of(model.now().minus(time))
                            : step.checkingSince(),
                        step.skipped(),
                        step.attestation(),
                        step.monthlyUsd()))
            .toList();
    return known(model.identity(), steps, model);
  }

  /** As if the steps had stood like this when the wizard was last used. */
  static Model seen(Map<String, Verdict> verdicts, Model model) {
    Notes.LastCheck seen = new Notes.LastCheck(model.now().minus(Duration.ofDays(7)), verdicts);
    return known(model.identity(), model.steps(), Optional.of(seen), model);
  }

  /** In another look. */
  public static Model look(DisplayPreferences look, Model model) {
    return new Model(
        model.size(),
        look,
        model.version(),
        model.glyphs(),
        model.browser(),
        model.now(),
        model.zone(),
        model.known(),
        model.made(),
        model.applying(),
        model.log(),
        model.late(),
        model.hint());
  }

  private static Model known(Identity identity, List<StepView> steps, Model model) {
    return known(identity, steps, model.session().before(), model);
  }

  private static Model known(
      Identity identity, List<StepView> steps, Optional<Notes.LastCheck> before, Model model) {
    SessionSnapshot known = model.session();
    return new Model(
        model.size(),
        model.look(),
        model.version(),
        model.glyphs(),
        model.browser(),
        model.now(),
        model.zone(),
        Optional.of(
            new SessionSnapshot(
                identity,
                known.catalog(),
                steps,
                known.answers(),
                known.shared(),
                known.given(),
                known.drafts(),
                known.printer(),
                before,
                known.presets())),
        model.made(),
        model.applying(),
        model.log(),
        model.late(),
        model.hint());
  }
}
