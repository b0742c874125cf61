package dev.firstday.aws.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.aws.MisbehavingHttp;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.signin.network.Endpoints;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

@Isolated("counts the threads of this JVM")
class SdkClientsTest {
  /** Of the account API only one call at a time is made. */
  private static final int CALLS = 3;

  private static void callAgainAndAgain(
      Class<? extends RuntimeException> failure,
      AwsCredentialsProvider credentials,
      CallListener listener) {
    SdkClients.Config config =
        new SdkClients.Config(
            credentials,
            UrlConnectionHttpClient.create(),
            Optional.empty(),
            Endpoints.of(URI.create("http://127.0.0.1:1")),
            listener);
    try (SdkClients clients = new SdkClients(config)) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(15),
          () -> {
            for (int i = 0; i < CALLS; i++) {
              assertThrows(
                  failure,
                  () ->
                      Clients.in(clients, "us-east-1")
                          .call(Reads.GET_CONTACT_INFORMATION, Map.of()));
            }
          });
    }
  }

  @Test
  void a_call_that_the_listener_refuses_makes_room_for_the_next() {
    callAgainAndAgain(
        IllegalStateException.class,
        AnonymousCredentialsProvider.create(),
        (service, operation, region) -> {
          throw new IllegalStateException();
        });
  }

  @Test
  void clients_of_many_services_and_regions_start_no_threads_of_their_own() {
    MisbehavingHttp http = new MisbehavingHttp(Optional.empty());
    SdkClients.Config config =
        new SdkClients.Config(
            AnonymousCredentialsProvider.create(),
            http,
            Optional.empty(),
            Endpoints.of(URI.create("http://127.0.0.1:1")),
            http);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (SdkClients clients = new SdkClients(config)) {
      for (String region : List.of("us-east-1", "us-west-2")) {
        Clients.in(clients, region).sts().getCallerIdentity();
        Clients.in(clients, region).sns().listTopics();
      }
      assertEquals(
          List.of(),
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> !before.contains(thread))
              .map(Thread::getName)
              .filter(name -> name.startsWith("sdk-"))
              .toList());
    }
  }

  @Test
  void a_call_that_hangs_ends_with_the_thread_that_waits_for_it() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SdkClients clients =
            new SdkClients(
                new SdkClients.Config(
                    AnonymousCredentialsProvider.create(),
                    UrlConnectionHttpClient.create(),
                    Optional.empty(),
                    Endpoints.of(URI.create("http://127.0.0.1:" + silent.getLocalPort())),
                    CallListener.NONE))) {
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Thread call =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      Clients.in(clients, "us-east-1").iam().getAccountSummary();
                    } catch (RuntimeException e) {
                      end.complete(e);
                    }
                  });
      try (Socket open = silent.accept()) {
        call.interrupt();
        // Left alone, it would take three attempts of ten seconds.
        assertInstanceOf(AbortedException.class, end.get(20, TimeUnit.SECONDS));
        assertTrue(open.isConnected());
      }
    }
  }

  @Test
  void a_call_without_credentials_makes_room_for_the_next() {
    callAgainAndAgain(
        SdkClientException.class,
        () -> {
          throw SdkClientException.create("Unable to load credentials");
        },
        CallListener.NONE);
  }

  @Test
  void a_call_that_nobody_answers_makes_room_for_the_next() {
    List<String> calls = new ArrayList<>();
    callAgainAndAgain(
        SdkClientException.class,
        AnonymousCredentialsProvider.create(),
        (service, operation, region) -> calls.add(service + " " + operation + " " + region));
    assertEquals("Account GetContactInformation us-east-1", calls.getFirst());
    assertEquals(CALLS, calls.size());
  }
}
