package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand spoilt files: each is refused with exit 2 before anything is written, or is as good as
 * before; none ever shows the inside of the program.
 */
class BadInputTest {
  private static final long SEED = 20261122;
  private static final int CASES = 1000;

  private final Trial firstday;
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> refused = new TreeMap<>();

  BadInputTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  /** A file that a person may spoil. */
  private enum Spoilt {
    STEPS,
    ANSWERS,
    JOURNAL,
    NOTES,
    PRACTICE,
    PLAN
  }

  @Test
  void a_thousand_spoilt_files() throws IOException {
    spoil(SEED);
  }

  @Test
  @Tag("full")
  void a_thousand_files_spoilt_otherwise() throws IOException {
    spoil(new Random().nextLong());
  }

  private void spoil(long seed) throws IOException {
    System.out.println("bad input: seed " + seed);
    Random random = new Random(seed);
    Mutations mutations = new Mutations(random);
    firstday.answered(
        "apply", "--practice", "--yes", "--step", "password-policy", "--step", "budget");
    Path state = firstday.state("new");
    Path plan = firstday.home.resolve("plan.json");
    firstday.answered(
        "plan", "--practice", "--step", "alternate-contacts", "--out", plan.toString());
    Map<Spoilt, String> texts =
        Map.of(
            Spoilt.STEPS, builtIn(),
            Spoilt.ANSWERS, Files.readString(Path.of("examples/answers.yaml")),
            Spoilt.JOURNAL, Files.readString(state.resolve("journal.jsonl")),
            Spoilt.NOTES, NOTES,
            Spoilt.PRACTICE, Files.readString(state.resolve("writes.jsonl")),
            Spoilt.PLAN, Files.readString(plan));
    for (int i = 0; i < CASES; i++) {
      // The steps take longest to read, and are by far the longest file.
      Spoilt kind = i % 10 == 0 ? Spoilt.STEPS : Spoilt.values()[1 + i % 5];
      one(kind, i, mutations.of(texts.get(kind)));
    }
    System.out.println("bad input: " + CASES + " cases, refused " + refused);
    assertEquals(List.of(), wrong);
    assertTrue(refused.size() >= 3, refused::toString);
  }

  private static final String NOTES =
      """
      {
        "answers": {"email": "kept@example.com", "budget.amount": "50"},
        "skips": {"user-mfa": "later"},
        "attestedBy": {"security-questions": "aoi"},
        "attestedAt": {"security-questions": "2026-11-22T09:00:00Z"}
      }
      """;

  private static String builtIn() throws IOException {
    try (InputStream file = Main.class.getResourceAsStream("/wizard-steps.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void one(Spoilt kind, int number, byte[] bytes) throws IOException {
    Path state = firstday.state("new");
    Map<String, byte[]> before = files(state);
    if (kind == Spoilt.PLAN) {
      plan(kind + " " + number, Path.of(write("plan.json", bytes)));
    } else {
      one(kind, kind + " " + number, bytes);
    }
    for (Map.Entry<String, byte[]> file : before.entrySet()) {
      Files.write(state.resolve(file.getKey()), file.getValue());
    }
    Files.deleteIfExists(state.resolve("notes.json"));
  }

  /** A plan is refused, or what it says is written, and nothing else. */
  private void plan(String name, Path file) throws IOException {
    Path writes = firstday.state("new").resolve("writes.jsonl");
    int before = Files.readAllLines(writes).size();
    Trial.Result result = firstday.run("apply", "--practice", "--yes", "--plan", file.toString());
    plain(name, result, Set.of(0, 2, 4));
    if (result.code() != 0) {
      refused.merge(Spoilt.PLAN.name(), 1, Integer::sum);
      if (!firstday.writes().isEmpty()) {
        wrong.add(name + " writes " + firstday.writes());
      }
      return;
    }
    Set<JsonNode> planned = new HashSet<>();
    JsonOf.text(Files.readString(file)).get("changes").forEach(one -> planned.add(call(one)));
    Files.readAllLines(writes).stream()
        .skip(before)
        .map(line -> call(JsonOf.text(line)))
        .filter(call -> !planned.contains(call))
        .forEach(call -> wrong.add(name + " writes what no plan says: " + call));
  }

  private static JsonNode call(JsonNode change) {
    return ((ObjectNode) change).deepCopy().retain("service", "operation", "region", "request");
  }

  private void one(Spoilt kind, String name, byte[] bytes) throws IOException {
    Path state = firstday.state("new");
    List<String> options = new ArrayList<>(List.of("--practice", "--step", "password-policy"));
    switch (kind) {
      case STEPS -> options.addAll(List.of("--steps", write("steps.yaml", bytes)));
      case ANSWERS -> options.addAll(List.of("--answers", write("answers.yaml", bytes)));
      case JOURNAL -> Files.write(state.resolve("journal.jsonl"), bytes);
      case NOTES -> Files.write(state.resolve("notes.json"), bytes);
      case PRACTICE -> Files.write(state.resolve("writes.jsonl"), bytes);
      case PLAN -> throw new IllegalArgumentException("a plan is no option of a check");
    }
    int code = run(name, "check", options);
    if (code == 2) {
      refused.merge(kind.name(), 1, Integer::sum);
      options.add("--yes");
      if (run(name, "apply", options) != 2) {
        wrong.add(name + ": check refuses and apply does not");
      }
    } else if (kind == Spoilt.JOURNAL) {
      // Nothing is missing, so nothing may be written, whatever the journal says.
      options.add("--yes");
      run(name, "apply", options);
    }
  }

  private int run(String name, String command, List<String> options) throws IOException {
    Trial.Result result =
        firstday.run(Stream.concat(Stream.of(command), options.stream()).toArray(String[]::new));
    plain(name + " " + command, result, Set.of(0, 1, 2, 3));
    if (!firstday.writes().isEmpty()) {
      wrong.add(name + " " + command + " writes " + firstday.writes());
    }
    return result.code();
  }

  /** One clear message, whatever it is about. */
  private void plain(String name, Trial.Result result, Set<Integer> codes) throws IOException {
    boolean inside =
        result.all().contains("\tat ")
            || result.all().contains("Exception")
            || result.err().contains("a fault of ours");
    boolean clear = result.code() != 2 || result.err().startsWith("firstday: ");
    if (inside || !clear || !codes.contains(result.code()) || result.err().length() > 20_000) {
      wrong.add(name + ": " + result.code() + " " + start(result.all()) + fault());
    }
  }

  /** What the program wrote down of a fault of its own. */
  private String fault() throws IOException {
    Path log = firstday.home.resolve(".local/state/firstday/fault.log");
    return Files.exists(log) ? start(Files.readString(log)) : "";
  }

  private static String start(String text) {
    return text.substring(0, Math.min(400, text.length()));
  }

  private String write(String name, byte[] bytes) throws IOException {
    return Files.write(firstday.home.resolve(name), bytes).toString();
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
