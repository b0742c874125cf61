package dev.firstday.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attestations, skips and answers, in one small file that is always replaced whole. */
public final class NotesFile implements Notes {
  private static final String NAME = "notes.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Map<String, String>>> SECTIONS =
      new TypeReference<>() {};

  /** Where a note is in the file. */
  private record NoteKey(String section, String key) {}

  private final StateFolder folder;
  private Map<String, Map<String, String>> sections;

  /** What has changed since the file was last written; empty for what was taken back. */
  private final Map<NoteKey, Optional<String>> unsaved = new LinkedHashMap<>();

  /** The answers and the drafts as they were last given. */
  private final Map<String, Map<String, String>> said = new HashMap<>();

  private final ReentrantLock saving = new ReentrantLock();

  /** Reads the notes of an account. */
  public NotesFile(StateFolder account) {
    folder = account;
    sections = parsed(folder.read(NAME));
    sections.forEach((name, section) -> said.put(name, Map.copyOf(section)));
  }

  private Map<String, Map<String, String>> parsed(Optional<String> text) {
    try {
      return text.isEmpty() ? new TreeMap<>() : checked(JSON.readValue(text.get(), SECTIONS));
    } catch (JsonProcessingException | NullPointerException | DateTimeException e) {
      throw new StateException(Note.of("state.broken", folder.file(NAME)), e);
    }
  }

  /** The same sections without null and with valid times, as this class writes them. */
  private static Map<String, Map<String, String>> checked(Map<String, Map<String, String>> read) {
    Map<String, Map<String, String>> sections = new TreeMap<>();
    read.forEach((name, section) -> sections.put(name, new TreeMap<>(Map.copyOf(section))));
    Stream.of("attestedAt", "seenAt")
        .flatMap(name -> sections.getOrDefault(name, Map.of()).values().stream())
        .forEach(Instant::parse);
    // A later firstday may know verdicts that this one does not; they count as never seen.
    Set<String> known = Stream.of(Verdict.values()).map(Enum::name).collect(Collectors.toSet());
    sections.getOrDefault("seen", new TreeMap<>()).values().retainAll(known);
    return sections;
  }

  private synchronized Map<String, String> section(String name) {
    return Map.copyOf(sections.getOrDefault(name, Map.of()));
  }

  @Override
  public synchronized Map<String, Attestation> attestations() {
    Map<String, String> by = section("attestedBy");
    Map<String, Attestation> attestations = new TreeMap<>();
    section("attestedAt")
        .forEach(
            (step, at) ->
                attestations.put(
                    step, new Attestation(by.getOrDefault(step, ""), Instant.parse(at))));
    return attestations;
  }

  @Override
  public void attest(String step, Optional<Attestation> attestation) {
    synchronized (this) {
      put("attestedBy", step, attestation.map(Attestation::by));
      put("attestedAt", step, attestation.map(word -> word.at().toString()));
    }
    save();
  }

  @Override
  public Map<String, String> skips() {
    return section("skips");
  }

  @Override
  public void skip(String step, Optional<String> reason) {
    put("skips", step, reason);
    save();
  }

  @Override
  public Set<String> added() {
    return section("added").keySet();
  }

  @Override
  public void add(String step, boolean wanted) {
    put("added", step, wanted ? Optional.of("") : Optional.empty());
    save();
  }

  /** The answers of earlier runs, by their full keys. */
  public Map<String, String> answers() {
    return section("answers");
  }

  @Override
  public Map<String, String> drafts() {
    return section("drafts");
  }

  /** Changes what was given otherwise than before; what another wizard wrote stays. */
  @Override
  public void saveAnswers(Map<String, String> answers, Map<String, String> drafts) {
    synchronized (this) {
      Map.of("answers", answers, "drafts", drafts)
          .forEach(
              (name, now) -> {
                put(name, said.getOrDefault(name, Map.of()), now);
                said.put(name, Map.copyOf(now));
              });
    }
    save();
  }

  @Override
  public synchronized Optional<LastCheck> seen() {
    Map<String, Verdict> verdicts = new TreeMap<>();
    section("seen").forEach((step, name) -> verdicts.put(step, Verdict.valueOf(name)));
    return Optional.ofNullable(section("seenAt").get("at"))
        .map(at -> new LastCheck(Instant.parse(at), verdicts));
  }

  @Override
  public void saw(LastCheck seen) {
    Map<String, String> names = new TreeMap<>();
    seen.verdicts().forEach((step, verdict) -> names.put(step, verdict.name()));
    synchronized (this) {
      put("seen", section("seen"), names);
      put("seenAt", "at", Optional.of(seen.at().toString()));
    }
    save();
  }

  /** Changes in a section what differs. */
  private void put(String section, Map<String, String> before, Map<String, String> now) {
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    keys.stream()
        .filter(key -> !Objects.equals(before.get(key), now.get(key)))
        .forEach(key -> put(section, key, Optional.ofNullable(now.get(key))));
  }

  private synchronized void put(String section, String key, Optional<String> value) {
    if (!value.equals(Optional.ofNullable(section(section).get(key)))) {
      NoteKey place = new NoteKey(section, key);
      unsaved.put(place, value);
      put(sections, place, value);
    }
  }

  private static void put(
      Map<String, Map<String, String>> sections, NoteKey place, Optional<String> value) {
    Map<String, String> section =
        sections.computeIfAbsent(place.section(), name -> new TreeMap<>());
    value.ifPresentOrElse(
        text -> section.put(place.key(), text), () -> section.remove(place.key()));
  }

  /**
   * Another wizard may have written since the last read: its changes stay, and where both changed
   * something, this one wins. Reads of notes do not wait for the disk meanwhile.
   */
  private void save() {
    saving.lock();
    try {
      Map<NoteKey, Optional<String>> written = new LinkedHashMap<>();
      folder.update(NAME, text -> merged(parsed(text), written));
      synchronized (this) {
        // What has changed again meanwhile is still to be written.
        written.forEach(unsaved::remove);
      }
    } finally {
      saving.unlock();
    }
  }

  /**
   * The new content of the file.
   *
   * @param now what is on disk
   * @param written is filled with the changes that are in it
   */
  private synchronized String merged(
      Map<String, Map<String, String>> now, Map<NoteKey, Optional<String>> written) {
    written.putAll(unsaved);
    unsaved.forEach((place, value) -> put(now, place, value));
    sections = now;
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
