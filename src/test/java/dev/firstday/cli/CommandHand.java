package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.scenario.Hand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Uses the commands; what the wizard would ask is given as options each time. */
final class CommandHand implements Hand {
  private static final Set<String> GIVEN = Set.of("account", "preset", "environment", "answers");

  private final Wiring wiring;
  private final List<String> options = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private String asked = "";
  private String step = "";
  private OptionalInt exit = OptionalInt.empty();

  CommandHand(Wiring wiring) {
    this.wiring = wiring;
  }

  private Trial.Result run(String typed, List<String> words) {
    List<String> line = new ArrayList<>(words);
    line.addAll(options);
    Trial.Result result =
        wiring.trial().typing(typed).run(wiring.line(line.toArray(new String[0])));
    exit = OptionalInt.of(result.code());
    said.append(result.all());
    return result;
  }

  /** Nothing runs between two commands. */
  @Override
  public void start() {
    exit = OptionalInt.empty();
  }

  @Override
  public void asked(String prompt) {
    asked = prompt;
    if (!GIVEN.contains(prompt) && !prompt.equals("home")) {
      assertEquals(prompt.equals("digits") ? "apply" : "undo", verb(), "the command that asks");
    }
  }

  private String verb() {
    return step.isEmpty() ? "" : step.substring(0, step.indexOf(' '));
  }

  @Override
  public void reply(String word) {
    switch (asked) {
      case "account" -> {}
      case "preset" -> options.add("--preset=" + word);
      case "environment" -> options.add("--set=environment=" + word);
      default -> confirm(word + "\n");
    }
  }

  /** Runs the command that asks, with this and nothing more typed. */
  private void confirm(String typed) {
    Trial.Result result = run(typed, List.of(step.split(" ")));
    String question = verb().equals("apply") ? "cli.confirm" : "cli.undo-confirm";
    assertTrue(result.err().contains(wiring.text(question, "123456789012")), result.err());
  }

  @Override
  public void reply(Map<String, String> answers) {
    answers.forEach((key, text) -> options.add("--set=" + key + "=" + text));
  }

  @Override
  public boolean can(String verb) {
    return !Set.of("skip", "attest").contains(verb);
  }

  @Override
  public void plan(String id) {
    step = "apply --step=" + id;
    assertEquals(0, run("", List.of("plan", "--step=" + id)).code());
  }

  @Override
  public void undo(String id) {
    step = "undo --step=" + id;
  }

  @Override
  public void skip(String id, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void attest(String id) {
    throw new UnsupportedOperationException();
  }

  /** A command that asks nothing is over by itself. */
  @Override
  public void quit() {
    exit = OptionalInt.empty();
  }

  @Override
  public void stop() {
    confirm("");
  }

  @Override
  public OptionalInt exit() {
    return exit;
  }

  /** Whether the exit code says so: 1 and 3 tell of steps, 4 of a failure. */
  @Override
  public boolean ended(String ending) {
    return switch (ending) {
      case "COMPLETED" -> Set.of(0, 1).contains(exit.orElse(-1));
      case "FAILED" -> exit.orElse(-1) == 4;
      default -> throw new IllegalArgumentException(ending);
    };
  }

  @Override
  public boolean shows(String id, String verdict) {
    List<String> line = new ArrayList<>(List.of("check", "--output=json", "--step=" + id));
    line.addAll(options);
    String json = wiring.trial().run(wiring.line(line.toArray(new String[0]))).out();
    JsonNode shown = JsonOf.step(JsonOf.text(json), id);
    return shown.get("verdict").asText().equals(verdict);
  }

  @Override
  public String said() {
    String all = said.toString();
    said.setLength(0);
    return all;
  }

  @Override
  public void close() {}
}
