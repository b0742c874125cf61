package dev.firstday.engine.assess;

import dev.firstday.catalog.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The assessment of a step that no API shows: its verdict is what a person attests. */
final class AttestedAssessment {
  private AttestedAssessment() {}

  /**
   * The same assessment with the verdict of a person.
   *
   * @param attestation who says that the step is done, and when; empty if nobody does
   */
  static Assessment of(Assessment seen, Optional<Notes.Attestation> attestation) {
    return attestation
        .map(by -> with(seen, Verdict.ATTESTED, Note.of(Finding.ATTESTED, by.by(), by.at())))
        .orElseGet(() -> with(seen, Verdict.UNATTESTED, Note.of("unattested")));
  }

  private static Assessment with(Assessment seen, Verdict verdict, Note reason) {
    List<Finding> findings = new ArrayList<>(seen.findings());
    findings.add(new Finding(Finding.Kind.INFO, reason, Optional.empty(), Optional.empty()));
    return new Assessment(
        Optional.of(verdict),
        findings,
        seen.changes(),
        seen.needs(),
        seen.waiting(),
        seen.missingAnswers(),
        seen.quantities(),
        seen.uses(),
        seen.facts());
  }
}
