package dev.firstday.scenario;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person does, and what is expected, whatever way firstday is used. The words are explained
 * beside the files.
 *
 * @param account the practice account's scenario
 */
public record ScenarioFile(String name, String account, List<Act> acts) {
  private static final Path FOLDER = Path.of("src/test/resources/scenarios");
  private static final Set<String> WORDS = Set.of("do", "asked", "reply", "happens", "expect");
  private static final Set<String> EXPECTED =
      Set.of("writes", "journal", "verdicts", "ending", "says", "exit");

  /** One thing that is done, asked or happens, and what comes of it. */
  public record Act(int number, Map<String, Object> words) {
    /** What is done, as {@code plan}; empty if nothing is. */
    public String verb() {
      Object done = words.get("do");
      return done instanceof Map<?, ?> verbs
          ? verbs.keySet().iterator().next().toString()
          : done == null ? "" : done.toString();
    }

    /** What belongs to what is done or happens. */
    public String object(String word) {
      return Stream.of("do", "happens")
          .map(words::get)
          .filter(Map.class::isInstance)
          .map(Map.class::cast)
          .filter(map -> map.containsKey(word))
          .map(map -> map.get(word).toString())
          .findFirst()
          .orElse("");
    }

    public String asked() {
      return words.getOrDefault("asked", "").toString();
    }

    public Map<String, Object> expect() {
      return map(words.get("expect"));
    }

    @Override
    public String toString() {
      return "act " + number + " " + words;
    }
  }

  /** Every scenario there is. */
  public static List<ScenarioFile> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(ScenarioFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScenarioFile read(Path file) {
    try {
      Map<String, Object> root =
          new ObjectMapper(new YAMLFactory())
              .readValue(file.toFile(), new TypeReference<Map<String, Object>>() {});
      List<Act> acts = new ArrayList<>();
      for (Object words : (List<?>) root.get("acts")) {
        acts.add(new Act(acts.size() + 1, map(words)));
        known(acts.getLast().words(), WORDS, file);
        known(acts.getLast().expect(), EXPECTED, file);
      }
      String name = file.getFileName().toString().replace(".yaml", "");
      return new ScenarioFile(name, root.get("account").toString(), List.copyOf(acts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A word that nobody reads would be an expectation that nobody checks. */
  private static void known(Map<String, Object> words, Set<String> all, Path file) {
    if (!all.containsAll(words.keySet())) {
      throw new IllegalArgumentException(file + ": " + words.keySet() + ", expected " + all);
    }
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Object words) {
    return words == null ? Map.of() : (Map<String, Object>) words;
  }

  @Override
  public String toString() {
    return name;
  }
}
