package dev.firstday.engine;

import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.failure.RecordFailed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Notes that are forgotten with the test. */
public final class MemoryNotes implements Notes {
  private final Map<String, Attestation> attestations = new ConcurrentHashMap<>();
  private final Map<String, String> skips = new ConcurrentHashMap<>();
  private final Set<String> added = ConcurrentHashMap.newKeySet();
  private Map<String, String> answers = Map.of();
  private Map<String, String> drafts = Map.of();
  private Optional<LastCheck> seen = Optional.empty();
  private int saves;
  private boolean full;

  /** From now on nothing more can be kept, as on a disk that is full. */
  public void full() {
    full = true;
  }

  private void requireRoom() {
    if (full) {
      throw new RecordFailed(Note.of("state.unwritable", "notes", "No space left on device"), null);
    }
  }

  @Override
  public Map<String, Attestation> attestations() {
    return Map.copyOf(attestations);
  }

  @Override
  public Map<String, String> skips() {
    return Map.copyOf(skips);
  }

  @Override
  public void attest(String step, Optional<Attestation> attestation) {
    attestation.ifPresentOrElse(
        word -> attestations.put(step, word), () -> attestations.remove(step));
    requireRoom();
  }

  @Override
  public void skip(String step, Optional<String> reason) {
    reason.ifPresentOrElse(text -> skips.put(step, text), () -> skips.remove(step));
    requireRoom();
  }

  @Override
  public Set<String> added() {
    return Set.copyOf(added);
  }

  @Override
  public void add(String step, boolean wanted) {
    if (wanted) {
      added.add(step);
    } else {
      added.remove(step);
    }
    requireRoom();
  }

  @Override
  public Map<String, String> drafts() {
    return drafts;
  }

  @Override
  public void saveAnswers(Map<String, String> saved, Map<String, String> typed) {
    saves++;
    answers = new TreeMap<>(saved);
    drafts = new TreeMap<>(typed);
    requireRoom();
  }

  /** How many times answers were kept. */
  public int saves() {
    return saves;
  }

  Map<String, String> answers() {
    return answers;
  }

  @Override
  public Optional<LastCheck> seen() {
    return seen;
  }

  @Override
  public void saw(LastCheck now) {
    seen = Optional.of(now);
    requireRoom();
  }
}
