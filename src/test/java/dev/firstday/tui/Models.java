package dev.firstday.tui;

import dev.firstday.engine.Identity;
import dev.firstday.engine.StepView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Models that differ in one thing from what a session gives. */
final class Models {
  private Models() {}

  static Model signedInAs(Identity identity, Model model) {
    return known(identity, model.steps(), model);
  }

  /** With a look at some steps on its way. */
  static Model checking(Set<String> ids, Model model) {
    List<StepView> steps =
        model.steps().stream()
            .map(
                step ->
                    new StepView(
                        step.entry(),
                        step.assessment(),
                        step.checking() || ids.contains(step.id()),
                        step.skipped(),
                        step.attestation(),
                        step.monthlyUsd()))
            .toList();
    return known(model.identity(), steps, model);
  }

  private static Model known(Identity identity, List<StepView> steps, Model model) {
    Known known = model.session();
    return new Model(
        model.size(),
        model.language(),
        model.version(),
        model.glyphs(),
        model.browser(),
        model.now(),
        model.zone(),
        Optional.of(
            new Known(
                identity,
                known.catalog(),
                steps,
                known.answers(),
                known.shared(),
                known.printer())),
        model.drafts(),
        model.made(),
        model.applying(),
        model.hint());
  }
}
