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
 * @param entry what the catalogue says of it
 * @param assessment the latest; empty if it was never looked at
 * @param checkingSince since when it is being looked at; empty if it is not
 * @param skipped why it is left out: a person's reason, or the preset
 * @param attestation who said that it is done
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

  /** Whether it is being looked at. */
  public boolean checking() {
    return checkingSince.isPresent();
  }

  /** The verdict; empty as long as nobody looked. */
  public Optional<Verdict> verdict() {
    return assessment.map(Assessment::verdict);
  }

  /** Whether something is left to do or to find out. */
  public boolean open() {
    return skipped.isEmpty() && !verdict().map(Verdict::settled).orElse(false);
  }
}
