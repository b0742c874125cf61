package dev.firstday.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

class OtherAccountTest {
  private static AssumeRoleRequest request(OtherAccount.SessionPart part) {
    return OtherAccount.request(
        new OtherAccount.LookupRole("arn:aws:iam::111122223333:role/look", Optional.of("us")),
        part);
  }

  private static Set<String> actions(OtherAccount.SessionPart part) {
    return Pattern.compile("\"([a-z0-9-]+:[^\"]+)\"")
        .matcher(request(part).policy())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void a_session_can_do_what_our_reads_need_and_nothing_else(OtherAccount.SessionPart part) {
    Set<String> reads = new HashSet<>();
    Reads.ALL.forEach(read -> reads.addAll(read.actions()));
    assertTrue(reads.containsAll(actions(part)), part + ": " + actions(part));
    assertFalse(actions(part).isEmpty());
    for (String more : List.of("s3:GetObject", "ec2:GetPasswordData", "ssm:GetParameters")) {
      assertFalse(actions(part).contains(more), more);
    }
  }

  /** The session that signs for a read is the one whose policy has its actions. */
  @Test
  void every_read_is_signed_by_the_session_that_may_make_it() {
    for (Operation<?, ?> read : Reads.ALL) {
      OtherAccount.SessionPart part =
          OtherAccount.SECOND.contains(read.service())
              ? OtherAccount.SessionPart.SECOND
              : OtherAccount.SessionPart.FIRST;
      assertTrue(
          actions(part).containsAll(read.actions()),
          () -> read.key() + " of " + read.service().sdk() + " needs " + read.actions());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aws_takes_a_session_policy_of_that_length(OtherAccount.SessionPart part) {
    int length = request(part).policy().length();
    assertTrue(request(part).policy().contains("\"Statement\":["), "a list, as tools read it");
    assertTrue(length <= 2048, length + " characters");
    assertEquals("us", request(part).externalId());
  }

  @Test
  void the_operation_is_on_neither_list() {
    assertFalse(Reads.ALL.contains(OtherAccount.ASSUME_ROLE));
    assertFalse(Writes.ALL.contains(OtherAccount.ASSUME_ROLE));
  }
}
