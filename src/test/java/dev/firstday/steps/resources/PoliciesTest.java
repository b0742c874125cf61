package dev.firstday.steps.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

class PoliciesTest {
  private static final String BUCKET = "arn:aws:s3:::logs";
  private static final IamStatement TLS = Policies.tlsOnly(BUCKET);
  private static final IamStatement WRITE =
      Policies.allow(
          "Write",
          "cloudtrail.amazonaws.com",
          "s3:PutObject",
          BUCKET + "/AWSLogs/1/*",
          Map.of("s3:x-amz-acl", "bucket-owner-full-control", "aws:SourceArn", "trail"));

  private static Policies.Present present(String statement) {
    return Policies.read(
        Optional.of("{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}"));
  }

  @Test
  void the_same_statements_are_the_same_text() {
    assertEquals(Policies.of(List.of(WRITE, TLS)), Policies.of(List.of(WRITE, TLS)));
    assertEquals(
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"FirstdayTlsOnly\",\"Effect\":\"Deny\","
            + "\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":[\"arn:aws:s3:::logs\","
            + "\"arn:aws:s3:::logs/*\"],\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}]}",
        Policies.of(List.of(TLS)));
  }

  @Test
  void a_bare_statement_is_read_and_written_back_as_a_list() {
    Policies.Present bare =
        Policies.read(
            Optional.of(
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"Mine\",\"Effect\":\"Allow\","
                    + "\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}}"));
    String after = bare.with(List.of(TLS)).orElseThrow();
    assertTrue(after.contains("\"Statement\":[{\"Sid\":\"Mine\""), after);
  }

  @Test
  void no_policy_covers_nothing() {
    assertFalse(Policies.read(Optional.empty()).covers(TLS));
  }

  @Test
  void one_written_by_hand_in_another_way_covers() {
    assertTrue(
        present(
                """
                {"Effect":"Deny","Principal":{"AWS":"*"},"Action":["s3:*"],"Resource":"arn:aws:s3:::logs*",
                 "Condition":{"Bool":{"AWS:SecureTransport":"false"}}}\
                """)
            .covers(TLS));
    assertTrue(
        present(
                """
                {"Effect":"Allow","Principal":{"Service":["config.amazonaws.com","cloudtrail.amazonaws.com"]},
                 "Action":"s3:Put*","Resource":"arn:aws:s3:::logs/*"}\
                """)
            .covers(WRITE));
  }

  @Test
  void one_that_does_less_does_not_cover() {
    assertFalse(
        present(
                """
                {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::logs/*",
                 "Condition":{"Bool":{"aws:SecureTransport":"false"}}}\
                """)
            .covers(TLS));
    assertFalse(
        present(
                """
                {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::logs*",
                 "Condition":{"Bool":{"aws:SecureTransport":"false"},"StringEquals":{"aws:PrincipalArn":"me"}}}\
                """)
            .covers(TLS));
    assertFalse(
        present(
                """
                {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},
                 "Action":"s3:PutObject","Resource":"arn:aws:s3:::logs/AWSLogs/2/*"}\
                """)
            .covers(WRITE));
  }

  @Test
  void what_is_there_stays_and_the_same_sid_makes_way() {
    String there =
        """
        {"Sid":"Mine","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::1:root"},"Action":"s3:Get*",
         "Resource":"arn:aws:s3:::logs/*","Condition":{"IpAddress":{"aws:SourceIp":["192.0.2.0/24"]}}},
        {"Sid":"FirstdayTlsOnly","Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"*"}\
        """;
    String after = present(there).with(List.of(TLS)).orElseThrow();
    assertTrue(Policies.read(Optional.of(after)).covers(TLS));
    assertTrue(after.contains("\"Mine\"") && after.contains("192.0.2.0/24"), after);
    assertFalse(after.contains("s3:GetObject\""), after);
  }

  @Test
  void a_condition_that_is_no_text_counts_as_written_and_stays() {
    Policies.Present policy =
        present(
            """
            {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::logs*",
             "Condition":{"Bool":{"aws:SecureTransport":false}}},
            {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",
             "Condition":{"NumericLessThan":{"s3:TlsVersion":[1.2]}}}\
            """);
    assertTrue(policy.covers(TLS));
    String after = policy.with(List.of(WRITE)).orElseThrow();
    assertTrue(after.contains("\"s3:TlsVersion\":\"1.2\""), after);
    assertTrue(after.contains("\"aws:SecureTransport\":\"false\""), after);
  }

  @Test
  void a_deny_narrowed_by_a_condition_that_is_no_text_does_not_cover() {
    Policies.Present policy =
        present(
            """
            {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::logs*",
             "Condition":{"Bool":{"aws:SecureTransport":"false","aws:ViaAWSService":false}}}\
            """);
    assertFalse(policy.covers(TLS));
  }

  @Test
  void an_allow_narrowed_by_a_condition_that_is_no_text_does_not_cover() {
    assertFalse(
        present(
                """
                {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},
                 "Action":"s3:*","Resource":"arn:aws:s3:::logs/*",
                 "Condition":{"NumericLessThan":{"s3:TlsVersion":1.2}}}\
                """)
            .covers(WRITE));
  }

  @Test
  void of_a_policy_that_can_not_be_read_whole_nothing_covers_and_nothing_is_written_back() {
    for (String odd :
        List.of(
            "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\",\"aws:ViaAWSService\":{\"x\":\"y\"}}}",
            "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},\"NewElement\":\"x\"")) {
      Policies.Present policy =
          present(
              "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::logs*\","
                  + odd
                  + "}");
      assertFalse(policy.covers(TLS), odd);
      assertEquals(Optional.empty(), policy.with(List.of(TLS)), odd);
    }
  }
}
