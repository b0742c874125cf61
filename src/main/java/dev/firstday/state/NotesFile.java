package dev.firstday.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
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

  private final StateFolder folder;
  private final Map<String, Map<String, String>> sections = new TreeMap<>();

  /** The sections as they were last read or written. */
  private final Map<String, Map<String, String>> onDisk = new TreeMap<>();

  /** The answers and the drafts as they were last given. */
  private final Map<String, Map<String, String>> said = new TreeMap<>();

  private final ReentrantLock saving = new ReentrantLock();

  /** Reads the notes of an account. */
  public NotesFile(StateFolder account) {
    folder = account;
    take(parsed(folder.read(NAME)));
    said.putAll(onDisk);
  }

  private Map<String, Map<String, String>> parsed(Optional<String> text) {
    try {
      return text.isEmpty() ? new TreeMap<>() : checked(JSON.readValue(text.get(), SECTIONS));
    } catch (JsonProcessingException | NullPointerException | DateTimeException e) {
      throw new StateException(Note.of("state.broken", folder.file(NAME)), e);
    }
  }

  /** From now on these are the notes, as they are on disk. */
  private void take(Map<String, Map<String, String>> read) {
    sections.clear();
    onDisk.clear();
    read.forEach(
        (name, section) -> {
          sections.put(name, new TreeMap<>(section));
          onDisk.put(name, Map.copyOf(section));
        });
  }

  /** The same sections without null and with valid times, as this class writes them. */
  private static Map<String, Map<String, String>> checked(Map<String, Map<String, String>> read) {
    Map<String, Map<String, String>> sections = new TreeMap<>();
    read.forEach((name, section) -> sections.put(name, new TreeMap<>(Map.copyOf(section))));
    sections.getOrDefault("attestedAt", Map.of()).values().forEach(Instant::parse);
    sections.getOrDefault("seenAt", Map.of()).values().forEach(Instant::parse);
    // A later firstday may know verdicts that this one does not; they count as never seen.
    Set<String> known = Stream.of(Verdict.values()).map(Enum::name).collect(Collectors.toSet());
    sections.getOrDefault("seen", new TreeMap<>()).values().retainAll(known);
    return sections;
  }

  private Map<String, String> section(String name) {
    return sections.computeIfAbsent(name, key -> new TreeMap<>());
  }

  @Override
  public synchronized Map<String, Attestation> attestations() {
    Map<String, Attestation> attestations = new LinkedHashMap<>();
    section("attestedAt")
        .forEach(
            (step, at) ->
                attestations.put(
                    step,
                    new Attestation(
                        section("attestedBy").getOrDefault(step, ""), Instant.parse(at))));
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
  public synchronized Map<String, String> skips() {
    return Map.copyOf(section("skips"));
  }

  @Override
  public void skip(String step, Optional<String> reason) {
    put("skips", step, reason);
    save();
  }

  @Override
  public synchronized Set<String> added() {
    return Set.copyOf(section("added").keySet());
  }

  @Override
  public void add(String step, boolean wanted) {
    put("added", step, wanted ? Optional.of("") : Optional.empty());
    save();
  }

  /** The answers of earlier runs, by their full keys. */
  public synchronized Map<String, String> answers() {
    return Map.copyOf(section("answers"));
  }

  @Override
  public synchronized Map<String, String> drafts() {
    return Map.copyOf(section("drafts"));
  }

  @Override
  public void saveAnswers(Map<String, String> answers, Map<String, String> drafts) {
    synchronized (this) {
      say("answers", answers);
      say("drafts", drafts);
    }
    save();
  }

  @Override
  public synchronized Optional<LastCheck> seen() {
    return Optional.ofNullable(section("seenAt").get("at"))
        .map(at -> new LastCheck(Instant.parse(at), verdicts()));
  }

  private Map<String, Verdict> verdicts() {
    Map<String, Verdict> verdicts = new TreeMap<>();
    section("seen").forEach((step, name) -> verdicts.put(step, Verdict.valueOf(name)));
    return verdicts;
  }

  @Override
  public void saw(LastCheck seen) {
    Map<String, String> names = new TreeMap<>();
    seen.verdicts().forEach((step, verdict) -> names.put(step, verdict.name()));
    synchronized (this) {
      sections.put("seen", names);
      sections.put("seenAt", new TreeMap<>(Map.of("at", seen.at().toString())));
    }
    save();
  }

  /** Applies to a section what was given since the last save; what another wizard wrote stays. */
  private void say(String name, Map<String, String> now) {
    Map<String, String> before = said.getOrDefault(name, Map.of());
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    keys.stream()
        .filter(key -> !Objects.equals(before.get(key), now.get(key)))
        .forEach(key -> put(name, key, Optional.ofNullable(now.get(key))));
    said.put(name, Map.copyOf(now));
  }

  private synchronized void put(String section, String key, Optional<String> value) {
    value.ifPresentOrElse(
        text -> section(section).put(key, text), () -> section(section).remove(key));
  }

  /**
   * Another wizard may have written since the last read: its changes stay, and where both changed
   * something, this one wins. Reads of notes do not wait for the disk meanwhile.
   */
  private void save() {
    saving.lock();
    try {
      Map<String, Map<String, String>> written = new TreeMap<>();
      folder.update(NAME, text -> merged(parsed(text), written));
      synchronized (this) {
        onDisk.clear();
        onDisk.putAll(written);
      }
    } finally {
      saving.unlock();
    }
  }

  /**
   * The new content of the file.
   *
   * @param now what is on disk
   * @param written is filled with the new sections
   */
  private synchronized String merged(
      Map<String, Map<String, String>> now, Map<String, Map<String, String>> written) {
    Set<String> names = new TreeSet<>(sections.keySet());
    names.addAll(onDisk.keySet());
    names.forEach(name -> merge(name, now.computeIfAbsent(name, missing -> new TreeMap<>())));
    sections.clear();
    now.forEach(
        (name, section) -> {
          sections.put(name, new TreeMap<>(section));
          written.put(name, Map.copyOf(section));
        });
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Applies to a section on disk what has changed in memory since it was read. */
  private void merge(String name, Map<String, String> now) {
    Map<String, String> ours = sections.getOrDefault(name, Map.of());
    Map<String, String> before = onDisk.getOrDefault(name, Map.of());
    Set<String> keys = new TreeSet<>(ours.keySet());
    keys.addAll(before.keySet());
    for (String key : keys) {
      if (!Objects.equals(ours.get(key), before.get(key))) {
        Optional.ofNullable(ours.get(key))
            .ifPresentOrElse(value -> now.put(key, value), () -> now.remove(key));
      }
    }
  }
}
