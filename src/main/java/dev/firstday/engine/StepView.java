package dev.firstday.engine;

import dev.firstday.catalog.Note;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A step as it stands now.
 *
 * @param assessment the latest; empty if it was never looked at
 * @param checkingSince since when it is being looked at; empty if it is not
 * @param skipped why it is left out: a person's reason, or the preset
 * @param monthlyUsd what it costs a month in US dollars with the chosen settings
 */
public record StepView(
    StepEntry entry,
    Optional<Assessment> assessment,
    Optional<Instant> checkingSince,
    Optional<Note> skipped,
    Optional<Notes.Attestation> attestation,
    BigDecimal monthlyUsd) {

  public String id() {
    return entry.id();
  }

  public boolean checking() {
    return checkingSince.isPresent();
  }

  /** The verdict; empty as long as nobody looked. */
  public Optional<Verdict> verdict() {
    return assessment.map(Assessment::verdict);
  }

  /** Whether something is left to do or to find out. */
  public boolean open() {
    return skipped.isEmpty() && !settled();
  }

  public boolean settled() {
    return verdict().filter(Verdict::settled).isPresent();
  }

  public boolean is(Verdict verdict) {
    return verdict().filter(verdict::equals).isPresent();
  }
}
