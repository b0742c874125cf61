package dev.firstday.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.CallEnd;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Texts;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Every operation of ours under every fault, through the real clients. */
class FaultsTest {
  private static final String REGION = "us-east-1";

  // Read as an account id, a name of any service's liking, and a page's token.
  private static final String TEXT = "123456789012";

  private static final Set<String> S3_TEXTS = Set.of("Bucket", "Policy");

  private static final List<String> combinations = new ArrayList<>();

  private final MisbehavingHttp http = new MisbehavingHttp(Optional.empty());
  private final SdkClients clients = clients(http, http, Duration.ofHours(1));

  private static SdkClients clients(MisbehavingHttp http, CallListener listener, Duration late) {
    return new SdkClients(
        new SdkClients.Config(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")),
            http,
            Optional.empty(),
            Endpoints.of(URI.create("http://127.0.0.1:1")),
            listener,
            new SdkClients.Timing(
                late,
                Optional.of(BackoffStrategy.retryImmediately()),
                SdkClients.Timing.USUAL.call())));
  }

  @AfterAll
  static void count() {
    System.out.println("faults: " + combinations.size() + " combinations of operation and fault");
  }

  /** A request with a text in every member that is one; of S3 just what goes into path and body. */
  private static Map<String, Object> request(Operation<?, ?> operation) {
    boolean s3 = operation.service().cli().equals("s3api");
    Map<String, Object> data = new HashMap<>();
    for (SdkField<?> field : ((SdkPojo) operation.builder().get()).sdkFields()) {
      if (s3 && field.marshallingType() == MarshallingType.SDK_POJO) {
        data.put(field.memberName(), Map.of());
      } else if (field.marshallingType() == MarshallingType.STRING
          && (!s3 || S3_TEXTS.contains(field.memberName()))) {
        data.put(field.memberName(), TEXT);
      }
    }
    return data;
  }

  private void call(Operation<?, ?> operation) throws CallFailed {
    if (Reads.ALL.contains(operation)) {
      read(operation);
    } else {
      Change change =
          new Change(
              "change",
              Effect.CREATE,
              operation.service().cli(),
              operation.name(),
              REGION,
              request(operation),
              Note.of("why"),
              Optional.empty(),
              List.of(),
              Optional.empty());
      new SdkCaller(new Account(Identities.PRACTICE, clients), clients)
          .write(change, change.request());
    }
  }

  private <Q extends AwsRequest, R extends AwsResponse> void read(Operation<Q, R> operation)
      throws CallFailed {
    new Account(Identities.PRACTICE, clients)
        .read(operation, operation.request(request(operation)), Identities.PRACTICE.homeRegion());
  }

  @ParameterizedTest
  @EnumSource(Misbehaviour.class)
  void every_operation_gets_over_it_or_says_what_it_was(Misbehaviour fault) {
    List<String> wrong = new ArrayList<>();
    for (Operation<?, ?> operation :
        Stream.concat(Reads.ALL.stream(), Writes.ALL.stream()).toList()) {
      http.misbehave(operation.key(), fault);
      try {
        call(operation);
        // Where AWS answers nothing but a status, nobody reads the rest.
        if (!fault.passes() && fault != Misbehaviour.GARBAGE) {
          wrong.add(operation.key() + " went through");
        }
      } catch (CallFailed e) {
        check(operation, fault, e.problem(), wrong);
      } catch (RuntimeException e) {
        wrong.add(operation.key() + " threw " + e);
      }
      if (fault.passes() && http.attempts() != fault.attempts()) {
        wrong.add(operation.key() + " was tried " + http.attempts() + " times");
      }
      http.behave();
      try {
        call(operation);
      } catch (CallFailed | RuntimeException e) {
        wrong.add(operation.key() + " afterwards: " + e);
      }
      combinations.add(operation.key() + " " + fault);
    }
    assertEquals(List.of(), wrong);
  }

  private static void check(
      Operation<?, ?> operation, Misbehaviour fault, Problem problem, List<String> wrong) {
    if (!fault.kinds().contains(problem.kind()) || !fault.denial().equals(problem.denial())) {
      wrong.add(operation.key() + " was told as " + problem);
    }
    for (Language language : Language.values()) {
      for (String sentence : new Texts(language).problem(problem)) {
        if (!sentence.matches("[^{}\\n\\p{Cntrl}]+") || sentence.length() > 700) {
          wrong.add(operation.key() + " is told as " + sentence);
        }
      }
    }
  }

  /** Tells the wire which call comes, as every listener here has to. */
  private static class ToWire implements CallListener {
    private final MisbehavingHttp wire;

    ToWire(MisbehavingHttp wire) {
      this.wire = wire;
    }

    @Override
    public void calling(String service, String operation, String region) {
      wire.calling(service, operation, region);
    }
  }

  @Test
  void a_call_that_takes_long_is_told_with_its_attempt() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    MisbehavingHttp wire = new MisbehavingHttp(Optional.empty());
    CallListener listener =
        new ToWire(wire) {
          @Override
          public void late(String service, String operation, String region, int attempt, int of) {
            told.add(service + " " + operation + " " + attempt + " of " + of);
          }
        };
    wire.misbehave("iam:GetAccountSummary", Misbehaviour.THROTTLED_TWICE);
    SdkClients impatient =
        new SdkClients(
            new SdkClients.Config(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")),
                wire,
                Optional.empty(),
                Endpoints.of(URI.create("http://127.0.0.1:1")),
                listener,
                new SdkClients.Timing(
                    Duration.ofMillis(20),
                    Optional.of(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(300))),
                    SdkClients.Timing.USUAL.call())));
    Clients.in(impatient, REGION).call(Reads.GET_ACCOUNT_SUMMARY, Map.of());
    List<String> all = new ArrayList<>();
    all.add(told.poll(10, TimeUnit.SECONDS));
    told.drainTo(all);
    assertEquals("Iam GetAccountSummary 3 of 3", all.getLast());
    assertTrue(all.contains("Iam GetAccountSummary 2 of 3"), all.toString());
  }

  @Test
  void how_a_call_ended_is_told_once_with_its_attempts() {
    List<String> told = new ArrayList<>();
    MisbehavingHttp wire = new MisbehavingHttp(Optional.empty());
    CallListener listener =
        new ToWire(wire) {
          @Override
          public void ended(String service, String operation, String region, CallEnd end) {
            told.add(end.line(service, operation, region).replaceAll("\\d+ms", "Nms"));
          }
        };
    Clients there = Clients.in(clients(wire, listener, Duration.ofHours(1)), REGION);
    there.call(Reads.GET_ACCOUNT_SUMMARY, Map.of());
    wire.misbehave("iam:GetAccountSummary", Misbehaviour.THROTTLED_TWICE);
    there.call(Reads.GET_ACCOUNT_SUMMARY, Map.of());
    for (Misbehaviour fault : List.of(Misbehaviour.DENIED, Misbehaviour.RESET)) {
      wire.misbehave("iam:GetAccountSummary", fault);
      assertThrows(SdkException.class, () -> there.call(Reads.GET_ACCOUNT_SUMMARY, Map.of()));
    }
    String call = "Iam:GetAccountSummary us-east-1 ";
    assertEquals(
        List.of(
            call + "200 OK Nms attempts=1 request=request-1",
            call + "200 OK Nms attempts=3 request=request-1",
            call + "403 AccessDenied Nms attempts=1 request=r",
            call + "- SocketException Nms attempts=3 request=-"),
        told);
  }

  @Test
  void a_call_that_is_answered_in_time_is_not_told() {
    List<String> told = new ArrayList<>();
    MisbehavingHttp wire = new MisbehavingHttp(Optional.empty());
    CallListener listener =
        new ToWire(wire) {
          @Override
          public void late(String service, String operation, String region, int attempt, int of) {
            told.add(operation);
          }
        };
    Clients.in(clients(wire, listener, Duration.ofHours(1)), REGION)
        .call(Reads.GET_ACCOUNT_SUMMARY, Map.of());
    assertFalse(told.contains("GetAccountSummary"));
  }

  /** A server on which a group of every name is there already. */
  private static final class Occupied implements SdkHttpClient {
    private static final String ANSWER =
        "<ErrorResponse><Error><Code>EntityAlreadyExists</Code><Message>It is there</Message>"
            + "</Error><RequestId>r</RequestId></ErrorResponse>";

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(409).build())
              .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @CsvSource({"ANSWER_LOST, true", "FAULT_TWICE, true", "THROTTLED_TWICE, false", ", false"})
  void a_failure_tells_whether_an_earlier_attempt_may_have_been_carried_out(
      Misbehaviour before, boolean unanswered) {
    MisbehavingHttp wire = new MisbehavingHttp(Optional.of(new Occupied()));
    if (before != null) {
      wire.misbehave("iam:CreateGroup", before);
    }
    SdkClients there = clients(wire, wire, Duration.ofHours(1));
    Change change =
        new Change(
            "group",
            Effect.CREATE,
            "iam",
            "CreateGroup",
            REGION,
            Map.of("GroupName", "one"),
            Note.of("why"),
            Optional.empty(),
            List.of(),
            Optional.empty());
    CallFailed failure =
        assertThrows(
            CallFailed.class,
            () ->
                new SdkCaller(new Account(Identities.PRACTICE, there), there)
                    .write(change, change.request()));
    assertEquals("EntityAlreadyExists", failure.problem().code());
    assertEquals(unanswered, failure.unanswered());
  }
}
