package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.Preset;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.AssessmentRunner;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.plan.Prices;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The steps and presets as a person sees them, with what the person has noted about them. */
final class SessionViews {
  private final Catalog catalog;
  private final AnswerBook answers;
  private final Notes notes;
  private final Clock clock;
  private final AssessmentRunner checks;
  private final SessionListeners listeners;

  /** Steps that this session takes in although the preset leaves them out. */
  private final Set<String> included = ConcurrentHashMap.newKeySet();

  SessionViews(SessionParts parts, AssessmentRunner checks, SessionListeners listeners) {
    catalog = parts.catalog();
    answers = parts.answers();
    notes = parts.notes();
    clock = parts.clock();
    this.checks = checks;
    this.listeners = listeners;
  }

  List<StepView> steps() {
    return catalog.steps().stream().map(this::view).toList();
  }

  StepView step(String id) {
    return view(catalog.step(id).orElseThrow());
  }

  private StepView view(StepEntry entry) {
    Optional<Assessment> assessment = checks.assessment(entry.id());
    return new StepView(
        entry,
        assessment,
        checks.since(entry.id()),
        skipped(entry.id()),
        Optional.ofNullable(notes.attestations().get(entry.id())),
        monthlyUsd(entry, assessment));
  }

  private Optional<Note> skipped(String id) {
    return Optional.ofNullable(notes.skips().get(id))
        .map(reason -> Note.of("skipped.by-person", reason))
        .or(
            () ->
                answers
                    .preset()
                    .filter(preset -> preset.without().contains(id))
                    .filter(preset -> !included.contains(id) && !notes.added().contains(id))
                    .map(preset -> Note.of("skipped.by-preset", preset.id())));
  }

  private BigDecimal monthlyUsd(StepEntry entry, Optional<Assessment> assessment) {
    return Prices.monthlyUsd(
        answers.of(entry), assessment.map(Assessment::quantities).orElse(Map.of()));
  }

  void include(Collection<String> ids) {
    included.addAll(ids);
  }

  List<PresetView> presets() {
    return catalog.presets().stream().map(this::view).toList();
  }

  private PresetView view(Preset preset) {
    List<StepEntry> proposed =
        catalog.steps().stream().filter(step -> !preset.without().contains(step.id())).toList();
    AnswerBook book = answers.with(preset);
    return new PresetView(
        preset,
        answers.preset().equals(Optional.of(preset)),
        proposed,
        proposed.stream()
            .map(step -> Prices.monthlyUsd(book.of(step), Map.of()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Keeps who says that a step is done; without a name, that nobody does. */
  void attest(String id, Optional<String> by) {
    listeners.keep(
        () -> notes.attest(id, by.map(name -> new Notes.Attestation(name, clock.instant()))));
    checks.look(id);
  }

  void skip(String id, Optional<String> reason) {
    listeners.keep(() -> notes.skip(id, reason));
    listeners.keep(() -> notes.add(id, reason.isEmpty()));
    listeners.changed(id);
  }
}
