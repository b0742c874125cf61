package dev.firstday.engine;

import dev.firstday.catalog.Note;
import dev.firstday.catalog.Preset;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.plan.Prices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The steps and presets as a person sees them, with what the person has noted about them.
 *
 * @param included steps that this session takes in although the preset leaves them out
 */
record SessionViews(
    SessionParts parts, AssessmentRunner checks, SessionListeners listeners, Set<String> included) {
  SessionViews(SessionParts parts, AssessmentRunner checks, SessionListeners listeners) {
    this(parts, checks, listeners, ConcurrentHashMap.newKeySet());
  }

  List<StepView> steps() {
    return parts.catalog().steps().stream().map(this::view).toList();
  }

  StepView step(String id) {
    return view(parts.catalog().step(id).orElseThrow());
  }

  private StepView view(StepEntry entry) {
    Optional<Assessment> assessment = checks.assessment(entry.id());
    return new StepView(
        entry,
        assessment,
        checks.since(entry.id()),
        skipped(entry.id()),
        Optional.ofNullable(parts.notes().attestations().get(entry.id())),
        Prices.monthlyUsd(
            parts.answers().of(entry), assessment.map(Assessment::quantities).orElse(Map.of())));
  }

  private Optional<Note> skipped(String id) {
    return Optional.ofNullable(parts.notes().skips().get(id))
        .map(reason -> Note.of("skipped.by-person", reason))
        .or(
            () ->
                parts
                    .answers()
                    .preset()
                    .filter(preset -> preset.without().contains(id))
                    .filter(preset -> !included.contains(id))
                    .filter(preset -> !parts.notes().added().contains(id))
                    .map(preset -> Note.of("skipped.by-preset", preset.id())));
  }

  List<PresetView> presets() {
    return parts.catalog().presets().stream().map(this::view).toList();
  }

  private PresetView view(Preset preset) {
    List<StepEntry> proposed =
        parts.catalog().steps().stream()
            .filter(step -> !preset.without().contains(step.id()))
            .toList();
    AnswerBook book = parts.answers().with(preset);
    return new PresetView(
        preset,
        parts.answers().preset().equals(Optional.of(preset)),
        proposed,
        proposed.stream()
            .map(step -> Prices.monthlyUsd(book.of(step), Map.of()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Keeps who says that a step is done; without a name, that nobody does. */
  void attest(String id, Optional<String> by) {
    Optional<Notes.Attestation> word =
        by.map(name -> new Notes.Attestation(name, parts.clock().instant()));
    listeners.keep(() -> parts.notes().attest(id, word));
    checks.assess(id);
  }

  void skip(String id, Optional<String> reason) {
    listeners.keep(() -> parts.notes().skip(id, reason));
    listeners.keep(() -> parts.notes().add(id, reason.isEmpty()));
    listeners.changed(id);
  }
}
