package dev.firstday.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.apply.Person;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final String TEXT = "marker-never-shown";

  @Test
  void it_shows_itself_only_when_it_is_asked_for() {
    Secret secret = Secret.of(TEXT);
    assertEquals(TEXT, secret.text());
    assertFalse(("" + secret + List.of(secret) + Map.of("a", secret)).contains(TEXT));
    assertFalse(
        new Caller.Receipt("1", Map.of("Seed", secret)).toString().contains(TEXT),
        "what AWS answered");
    assertFalse(new Person.NewPassword("aoi", "https://x", secret).toString().contains(TEXT));
    assertFalse(new Person.Enrolment("aoi", secret).toString().contains(TEXT));
  }

  @Test
  void it_is_not_written_down_by_mistake() {
    Secret secret = Secret.of(TEXT);
    assertThrows(
        InvalidDefinitionException.class, () -> new ObjectMapper().writeValueAsString(secret));
    assertThrows(
        NotSerializableException.class,
        () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(secret));
  }

  @Test
  void once_wiped_nobody_has_it() {
    char[] text = TEXT.toCharArray();
    Secret secret = Secret.of(text);
    assertEquals(TEXT, new String(text), "the caller's copy is the caller's");
    secret.close();
    assertThrows(IllegalStateException.class, secret::text);
    assertEquals("it says " + TEXT, secret.maskedIn("it says " + TEXT));
  }

  @Test
  void a_message_that_repeats_it_is_masked() {
    assertEquals("bad ********!", Secret.of(TEXT).maskedIn("bad " + TEXT + "!"));
    assertEquals("bad", Secret.of("").maskedIn("bad"));
  }

  @Test
  void every_secret_of_a_tree_is_wiped() {
    Secret one = Secret.of("a");
    Secret two = Secret.of("b");
    Placeholders.wipe(Map.of("x", Map.of("y", List.of(one, "text")), "z", two));
    assertThrows(IllegalStateException.class, one::text);
    assertThrows(IllegalStateException.class, two::text);
  }

  @Test
  void an_enrolment_is_told_as_apps_read_it() {
    Person.Enrolment enrolment = new Person.Enrolment("aoi,x", Secret.of("ABCDEFGHIJ"));
    assertEquals(
        "otpauth://totp/Amazon%20Web%20Services:aoi%2Cx@123456789012"
            + "?secret=ABCDEFGHIJ&issuer=Amazon%20Web%20Services",
        enrolment.uri(identity(Optional.empty())).text());
    assertEquals(
        "otpauth://totp/AWS:aoi%2Cx@my%20alias%07?secret=ABCDEFGHIJ&issuer=AWS",
        enrolment.shortUri(identity(Optional.of("my alias\007"))).text());
    assertEquals("ABCD EFGH IJ", enrolment.groups().text());
    assertTrue(enrolment.uri(identity(Optional.empty())).toString().equals(Secret.MASK));
  }

  private static Identity identity(Optional<String> alias) {
    return new Identity(
        "123456789012",
        alias,
        "arn:aws:iam::123456789012:user/aoi",
        Identity.Kind.USER,
        "aoi",
        "aws",
        "ap-northeast-1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
