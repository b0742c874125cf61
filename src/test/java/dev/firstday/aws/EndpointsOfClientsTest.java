package dev.firstday.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.signin.network.NetworkSettings;
import dev.firstday.aws.signin.settings.AwsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** Which host a call goes to, whatever the variables are. */
class EndpointsOfClientsTest {
  @TempDir private Path home;

  /** Notes where requests would go, and sends none. */
  private static final class Nowhere implements SdkHttpClient {
    final List<URI> pages = new ArrayList<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      pages.add(request.httpRequest().getUri());
      throw SdkException.create("sent nowhere", null);
    }

    @Override
    public void close() {}
  }

  private String host(Map<String, String> environment, Operation<?, ?> operation) {
    NetworkSettings network =
        NetworkSettings.of(
            Optional.empty(), environment, AwsSettings.read(environment, home, Optional.empty()));
    Nowhere http = new Nowhere();
    try (SdkClients clients =
        new SdkClients(
            new SdkClients.Config(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")),
                http,
                Optional.empty(),
                network.endpoints(),
                CallListener.NONE))) {
      Clients.in(clients, "eu-west-1").call(operation, Map.of());
    } catch (SdkException e) {
      assertEquals("sent nowhere", e.getMessage());
    }
    return http.pages.getFirst().getHost();
  }

  @Test
  void an_empty_variable_is_as_good_as_none() {
    for (String variable : List.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_STS")) {
      Map<String, String> empty = Map.of(variable, "");
      assertEquals("sts.eu-west-1.amazonaws.com", host(empty, Reads.GET_CALLER_IDENTITY));
      assertEquals("iam.amazonaws.com", host(empty, Reads.GET_ACCOUNT_SUMMARY));
      assertEquals("s3.eu-west-1.amazonaws.com", host(empty, Reads.LIST_BUCKETS));
    }
  }

  @Test
  void the_variable_of_a_service_wins_over_that_for_all() {
    Map<String, String> both =
        Map.of(
            "AWS_ENDPOINT_URL", "http://all.invalid", "AWS_ENDPOINT_URL_IAM", "http://iam.invalid");
    assertEquals("iam.invalid", host(both, Reads.GET_ACCOUNT_SUMMARY));
    assertEquals("all.invalid", host(both, Reads.GET_CALLER_IDENTITY));
  }

  @Test
  void configured_endpoints_can_be_ignored() {
    Map<String, String> ignored =
        Map.of(
            "AWS_ENDPOINT_URL",
            "http://all.invalid",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "TRUE");
    assertEquals("iam.amazonaws.com", host(ignored, Reads.GET_ACCOUNT_SUMMARY));
  }
}
