package dev.firstday.aws.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.aws.Account;
import dev.firstday.aws.Identities;
import dev.firstday.aws.SdkCaller;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Read;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Whose the credentials are is found out before other calls are made with them. */
class FreshCredentialsTest {
  private static final String OURS = "111111111111";
  private static final String OTHER = "222222222222";

  /** The key ids that calls were signed with. */
  private final List<String> signed = new ArrayList<>();

  private String key = OURS + "-old";

  /** AWS, where an access key begins with its account. */
  private final SdkHttpClient http =
      new SdkHttpClient() {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
          String by =
              request
                  .httpRequest()
                  .firstMatchingHeader("Authorization")
                  .orElseThrow()
                  .replaceAll(".*Credential=([^/]+)/.*", "$1");
          signed.add(by);
          return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
              return answer(by.substring(0, OURS.length()));
            }

            @Override
            public void abort() {}
          };
        }

        @Override
        public void close() {}
      };

  private static HttpExecuteResponse answer(String account) {
    String body =
        "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>"
            + account
            + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(200).build())
        .responseBody(
            AbortableInputStream.create(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  /** Signs in, asks whose the renewed credentials are, and makes another call. */
  private String renewed(String as) throws CallFailed {
    FreshCredentials credentials =
        new FreshCredentials(
            () -> StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret")));
    SdkClients.Config config =
        new SdkClients.Config(
            credentials,
            http,
            Optional.empty(),
            Endpoints.of(URI.create("http://127.0.0.1:1")),
            CallListener.NONE);
    try (SdkClients clients = new SdkClients(config)) {
      SdkCaller caller =
          new SdkCaller(
              new Account(Identities.PRACTICE, clients),
              clients,
              RateLimiter.NONE,
              Optional.of(
                  new SdkCaller.RenewableCredentials(
                      credentials, OURS, () -> Note.of("remedy.EXPIRED"), Optional.empty())));
      key = as;
      String account = caller.accountId();
      caller.read(new Read("sts", "GetCallerIdentity", "us-east-1", Map.of(), List.of("/Account")));
      return account;
    }
  }

  @Test
  void renewed_credentials_of_the_same_account_are_used_from_then_on() throws CallFailed {
    assertEquals(OURS, renewed(OURS + "-new"));
    assertEquals(List.of(OURS + "-new", OURS + "-new"), signed);
  }

  @Test
  void no_other_call_is_made_with_the_credentials_of_another_account() throws CallFailed {
    assertEquals(OTHER, renewed(OTHER + "-new"));
    assertEquals(List.of(OTHER + "-new", OURS + "-old"), signed);
  }
}
