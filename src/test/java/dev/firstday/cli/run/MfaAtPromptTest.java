package dev.firstday.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.operations.CallListener;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.practice.PracticeAccount;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The prompt for a code, before and after a screen takes the terminal. */
class MfaAtPromptTest {
  private static MfaAtPrompt prompt(String typed) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new MfaAtPrompt(
        new RunEnvironment(
            Map.of(),
            Path.of("home"),
            new BufferedReader(new StringReader(typed)),
            nowhere,
            nowhere,
            nowhere,
            () -> true,
            Clock.systemUTC(),
            time -> {},
            CallListener.NONE,
            new RunEnvironment.Ends(() -> true, () -> true, then -> () -> {}, Optional.empty()),
            PracticeAccount::new),
        Messages.in(Language.EN));
  }

  @Test
  void a_session_is_renewed_in_the_pause_only_where_the_prompt_has_gone() {
    MfaAtPrompt prompt = prompt("12\n１２３ ４５６\n654321\n");
    assertEquals(Optional.of("123456"), prompt.code("a", "m"));
    assertFalse(prompt.renewing());
    prompt.accepted();
    assertTrue(prompt.renewing());
    assertFalse(prompt.inPause());
    prompt.close();
    assertTrue(prompt.inPause());
    assertEquals(Optional.empty(), prompt.code("a", "m"));
  }

  @Test
  void who_never_signed_in_with_a_code_is_not_asked_in_a_pause() {
    MfaAtPrompt prompt = prompt("");
    prompt.close();
    assertFalse(prompt.inPause());
  }
}
