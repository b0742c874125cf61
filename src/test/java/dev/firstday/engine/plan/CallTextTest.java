package dev.firstday.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallTextTest {
  private static String text(String operation, Map<String, Object> request) {
    return CallText.of(
        new Change(
            "a/b",
            Effect.DELETE,
            "iam",
            operation,
            "us-east-1",
            request,
            Note.of(Change.UNDO, "user", "somebody-else"),
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }

  @Test
  void tells_whom_a_call_is_about_whatever_its_text_says() {
    assertEquals("iam DeleteUser UserName=mio", text("DeleteUser", Map.of("UserName", "mio")));
  }

  @Test
  void tells_what_names_a_thing_before_all_else() {
    assertEquals(
        "iam X PolicyArn=arn:p UserName=mio AccountId=1 Tags=[{Key=a, Value=b}]",
        text(
            "X",
            Map.of(
                "Tags",
                List.of(Map.of("Value", "b", "Key", "a")),
                "AccountId",
                1,
                "UserName",
                "mio",
                "PolicyArn",
                "arn:p")));
  }

  @Test
  void cuts_what_is_long_and_nothing_that_comes_after_it() {
    String text = text("X", Map.of("AName", "n".repeat(100), "BName", "b"));
    assertTrue(text.matches("iam X AName=n{57}\\.\\.\\. BName=b"), text);
    assertEquals("iam X", text("X", Map.of()));
  }
}
