package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Session;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.Said;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The session of a role with an MFA device ends in an apply, and its code renews it. */
@Timeout(60)
class EndedSessionTest {
  private final Small account = new Small();

  private Driver paused() {
    ended();
    Driver wizard = account.driver().start().press(Key.DOWN).type(" a");
    account.clock.forward(Duration.ofSeconds(1));
    wizard.apart().type("9012").press(Key.ENTER);
    return wizard.until(() -> wizard.top() instanceof PromptState.Renewing);
  }

  private void ended() {
    account.fails = Optional.of(Small.problem(Problem.Kind.EXPIRED));
    account.renewedBy = Optional.of("654321");
  }

  private static Outcome.Ending ending(Driver wizard) {
    wizard.until(() -> wizard.top() instanceof PlanState.Result);
    return ((PlanState.Result) wizard.top()).outcome().ending();
  }

  @Test
  void a_screen_asks_for_the_code_until_aws_takes_it_and_goes_on() {
    Driver wizard = paused();
    wizard.type("12").press(Key.ENTER);
    assertTrue(wizard.text().contains("six digits"), wizard.text());
    wizard.type("3456").press(Key.ENTER);
    wizard.until(
        () ->
            wizard.top() instanceof PromptState.Renewing again
                && again.problem().code().equals("signin.mfa-refused"));
    assertTrue(wizard.text().contains("AWS did not take the code"), wizard.text());
    assertFalse(wizard.text().contains("123456"), wizard.text());
    wizard.paste(" ６５４ 321\n").press(Key.ENTER);
    assertEquals(Outcome.Ending.COMPLETED, ending(wizard));
    assertEquals(List.of("policy"), account.written);
  }

  @Test
  void a_screen_lets_go_of_what_is_left_after_asking() {
    Driver wizard = paused().press(Key.ESCAPE);
    assertInstanceOf(PromptState.Stopping.class, wizard.top());
    wizard.press(Key.ESCAPE);
    assertInstanceOf(PromptState.Renewing.class, wizard.top());
    wizard.press(Key.control('c'), Key.ENTER);
    Outcome.Ending ending = ending(wizard);
    assertTrue(ending != Outcome.Ending.COMPLETED, ending::name);
    assertEquals(List.of(), account.written);
  }

  private String said(String typed) {
    ended();
    Session session = account.connect();
    session.check(List.of("policy"));
    Plan plan = session.plan(List.of("policy"));
    return new Said(session, Language.EN, account.clock)
        .carriedOut(plan.confirm("9012").orElseThrow(), typed);
  }

  @Test
  void lines_ask_for_the_code_until_aws_takes_it_and_go_on() {
    String said = said("12\n123456\n６５４ 321\n");
    assertTrue(said.contains("A code has six digits."), said);
    assertTrue(said.contains("AWS did not take the code"), said);
    assertTrue(said.contains("COMPLETED"), said);
    assertFalse(said.contains("654321"), said);
    assertEquals(List.of("policy"), account.written);
  }

  @Test
  void an_empty_line_leaves_the_rest() {
    String said = said("\n");
    assertTrue(said.contains("FAILED"), said);
    assertEquals(List.of(), account.written);
  }
}
