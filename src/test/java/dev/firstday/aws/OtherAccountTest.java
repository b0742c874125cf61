package dev.firstday.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

class OtherAccountTest {
  private static final AssumeRoleRequest REQUEST =
      OtherAccount.request(
          new OtherAccount.Role("arn:aws:iam::111122223333:role/look", Optional.of("us")));

  private static List<String> patterns() {
    return Pattern.compile("\"([a-z0-9-]+:[A-Za-z*]+)\"")
        .matcher(REQUEST.policy())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static boolean allows(String action) {
    return patterns().stream()
        .anyMatch(pattern -> action.matches(pattern.replace("*", ".*")) || pattern.equals(action));
  }

  @Test
  void the_session_can_do_every_read_and_no_write() {
    for (Operation<?, ?> read : Reads.ALL) {
      read.actions().forEach(action -> assertTrue(allows(action), action));
    }
    Set<String> reads = Set.copyOf(Reads.ALL.stream().flatMap(r -> r.actions().stream()).toList());
    for (Operation<?, ?> write : Writes.ALL) {
      write.actions().stream()
          .filter(action -> !reads.contains(action))
          .forEach(action -> assertFalse(allows(action), action));
    }
    for (String more :
        List.of("sts:AssumeRole", "iam:PassRole", "s3:PutObject", "iam:CreateUser")) {
      assertFalse(allows(more), more);
    }
  }

  @Test
  void every_verb_of_the_policy_only_looks() {
    for (String pattern : patterns()) {
      assertTrue(
          pattern.matches(
              "[a-z0-9-]+:(Describe|Get|List|View|Generate|Lookup|Search|Simulate|Query|BatchGet)\\w*\\*?"),
          pattern);
    }
  }

  @Test
  void aws_takes_a_session_policy_of_that_length() {
    assertTrue(REQUEST.policy().length() <= 2048, REQUEST.policy().length() + " characters");
    assertEquals("us", REQUEST.externalId());
  }

  @Test
  void the_operation_is_on_neither_list() {
    assertFalse(Reads.ALL.contains(OtherAccount.ASSUME_ROLE));
    assertFalse(Writes.ALL.contains(OtherAccount.ASSUME_ROLE));
  }
}
