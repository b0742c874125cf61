package dev.firstday.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Holds the names in {@link Reads} and {@link Writes} against those that the SDK itself uses. */
@Timeout(60)
class OperationNamesTest {
  /** Actions on another service that some operations need as well. */
  private static final Set<String> ON_OTHERS =
      Set.of(
          "iam:CreateServiceLinkedRole",
          "iam:PassRole",
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery");

  private static final List<Operation<?, ?>> ALL =
      Stream.concat(Reads.ALL.stream(), Writes.ALL.stream()).toList();

  /** Stops a call, and tells what it was. */
  private static final class Heard extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Heard(String call) {
      super(call);
    }
  }

  private static final CallListener STOP =
      (service, operation, region) -> {
        throw new Heard(service + " " + operation + " " + region);
      };

  @Test
  void the_sdk_calls_each_operation_by_its_name() {
    try (SdkClients clients =
        new SdkClients(
            new SdkClients.Config(
                AnonymousCredentialsProvider.create(),
                UrlConnectionHttpClient.create(),
                Optional.empty(),
                Endpoints.of(URI.create("http://127.0.0.1:1")),
                STOP))) {
      ALL.forEach(operation -> assertName(operation, clients));
    }
  }

  @Test
  void the_practice_account_calls_each_operation_by_its_name() {
    PracticeAccount practice =
        new PracticeAccount(
            Scenario.NEW, WriteLog.NONE, STOP, Duration.ZERO, Clock.systemUTC(), false);
    ALL.forEach(operation -> assertName(operation, practice));
  }

  private static void assertName(Operation<?, ?> operation, AwsApi account) {
    Clients there = Clients.in(account, "ap-northeast-1");
    Heard heard = assertThrows(Heard.class, () -> there.call(operation, Map.of()));
    assertEquals(
        ServiceNames.sdk(operation.service().cli()) + " " + operation.name() + " ap-northeast-1",
        heard.getMessage());
  }

  @Test
  void no_operation_is_listed_twice_and_none_reads_and_writes() {
    Set<String> seen = new HashSet<>();
    ALL.forEach(operation -> assertTrue(seen.add(operation.key()), operation.key()));
  }

  @Test
  void every_operation_but_who_am_i_names_the_actions_it_needs() {
    for (Operation<?, ?> operation : ALL) {
      boolean free = operation.key().equals("sts:GetCallerIdentity");
      assertEquals(free, operation.actions().isEmpty(), operation.key());
      String prefix = ServiceNames.iam(operation.service().cli()) + ":";
      List<String> others =
          operation.actions().stream().filter(action -> !action.startsWith(prefix)).toList();
      assertTrue(ON_OTHERS.containsAll(others), operation.key() + " " + others);
      assertTrue(free || others.size() < operation.actions().size(), operation.key());
    }
  }

  @Test
  void every_paged_read_has_the_members_that_page() {
    for (Operation<?, ?> read : Reads.ALL) {
      read.paging().ifPresent(paging -> read.request(Map.of(paging.input(), "token")));
    }
  }
}
