package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Preset;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.plan.Plan;
import dev.firstday.scenario.Hand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Uses the session of the engine itself, as the screens do. */
final class EngineHand implements Hand {
  private final Wiring wiring;
  private final Deque<String> toAsk = new ArrayDeque<>();
  private final StringBuilder said = new StringBuilder();
  private Session session;
  private Optional<Plan> plan = Optional.empty();
  private boolean undo;
  private Optional<Outcome> outcome = Optional.empty();

  EngineHand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public void start() {
    try {
      session = wiring.session();
    } catch (CallFailed e) {
      throw new AssertionError(e);
    }
    if (session.before().isEmpty()) {
      toAsk.addAll(List.of("account", "preset", "environment", "answers"));
    } else {
      checkAll();
    }
  }

  private void checkAll() {
    session.check(session.steps().stream().map(StepView::id).toList());
    session.remember();
  }

  @Override
  public void asked(String prompt) {
    switch (prompt) {
      case "account" -> assertEquals("123456789012", session.identity().accountId());
      case "preset" -> assertFalse(session.presets().isEmpty());
      case "environment" -> assertFalse(session.catalog().environments().isEmpty());
      case "digits", "undo-digits" -> {
        assertEquals(prompt.equals("undo-digits"), undo);
        assertFalse(plan.orElseThrow().isEmpty());
      }
      default -> {}
    }
    assertEquals(toAsk.isEmpty() ? plan.isPresent() ? digits() : "home" : toAsk.peek(), prompt);
  }

  private String digits() {
    return undo ? "undo-digits" : "digits";
  }

  @Override
  public void reply(String word) {
    switch (toAsk.isEmpty() ? digits() : toAsk.poll()) {
      case "account" -> {}
      case "preset" -> {
        List<String> ids = session.presets().stream().map(view -> view.preset().id()).toList();
        choose(Catalog.PRESET, word, ids);
      }
      case "environment" -> {
        List<String> ids = session.catalog().environments().stream().map(Preset::id).toList();
        choose(Catalog.ENVIRONMENT, word, ids);
      }
      default -> confirm(word);
    }
  }

  private void choose(String key, String id, List<String> among) {
    assertTrue(among.contains(id), id);
    assertEquals(Optional.empty(), session.answer(key, id));
  }

  private void confirm(String digits) {
    String plain = java.text.Normalizer.normalize(digits, java.text.Normalizer.Form.NFKC);
    plan.orElseThrow()
        .confirm(plain)
        .ifPresent(
            confirmed -> {
              outcome =
                  Optional.of(
                      undo
                          ? session.undo(confirmed, event -> {}, () -> false, RecoveryPrompt.NONE)
                          : session.apply(
                              confirmed,
                              Optional.empty(),
                              event -> {},
                              () -> false,
                              RecoveryPrompt.NONE));
              plan = Optional.empty();
              session.remember();
              say(outcome.get().problem());
              HelpingPolicy.of(outcome.get().problem().stream().toList()).ifPresent(this::say);
            });
  }

  private void say(Object something) {
    said.append(something).append('\n');
  }

  @Override
  public void reply(Map<String, String> answers) {
    assertEquals("answers", toAsk.poll());
    answers.forEach((key, text) -> assertEquals(Optional.empty(), session.answer(key, text), key));
    checkAll();
  }

  @Override
  public void plan(String step) {
    offer(session.plan(List.of(step)), false);
  }

  @Override
  public void undo(String step) {
    offer(session.undoPlan(List.of(step)).plan(), true);
  }

  private void offer(Plan wanted, boolean back) {
    plan = Optional.of(wanted);
    undo = back;
    wanted.changes().forEach(planned -> say(planned.change()));
  }

  @Override
  public void skip(String step, String reason) {
    session.skip(step, Optional.of(reason));
  }

  @Override
  public void attest(String step) {
    session.attest(step, Optional.of(session.identity().name()));
  }

  @Override
  public void quit() {
    stop();
  }

  @Override
  public void stop() {
    session = null;
    plan = Optional.empty();
  }

  @Override
  public OptionalInt exit() {
    return OptionalInt.empty();
  }

  @Override
  public boolean ended(String ending) {
    return outcome.map(Outcome::ending).filter(Outcome.Ending.valueOf(ending)::equals).isPresent();
  }

  @Override
  public boolean shows(String step, String verdict) {
    StepView view = session.step(step);
    String now =
        view.skipped().isPresent() ? "skipped" : view.verdict().map(Enum::name).orElse("nothing");
    return now.equals(verdict);
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
