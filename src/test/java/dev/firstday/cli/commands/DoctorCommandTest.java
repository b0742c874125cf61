package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.cli.Trial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor sees of AWS, with nobody signed in. */
class DoctorCommandTest {
  private static final String REFUSAL =
      "<ErrorResponse><Error><Type>Sender</Type><Code>MissingAuthenticationToken</Code>"
          + "<Message>Request is missing Authentication Token</Message></Error>"
          + "<RequestId>0a1b</RequestId></ErrorResponse>";

  @TempDir private Path home;

  /** Takes connections, and answers each as AWS answers those who don't sign, or not at all. */
  private static final class Endpoint implements AutoCloseable {
    final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    /** One with a clock of its own. */
    static Endpoint answering(Duration ahead) throws IOException {
      Endpoint endpoint = new Endpoint();
      Thread.startVirtualThread(() -> endpoint.answer(ahead));
      return endpoint;
    }

    /** One that nobody serves: the system takes the connections. */
    static Endpoint silent() throws IOException {
      return new Endpoint();
    }

    private Endpoint() throws IOException {}

    private void answer(Duration ahead) {
      try {
        while (true) {
          try (Socket caller = door.accept()) {
            byte[] request = new byte[1 << 16];
            int read = caller.getInputStream().read(request);
            requests.add(new String(request, 0, Math.max(0, read), StandardCharsets.UTF_8));
            String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().plus(ahead).atOffset(ZoneOffset.UTC));
            String answer =
                "HTTP/1.1 403 Forbidden\r\nContent-Type: text/xml\r\nConnection: close\r\nDate: %s\r\n"
                    + "Content-Length: %d\r\n\r\n%s";
            byte[] bytes =
                answer.formatted(date, REFUSAL.length(), REFUSAL).getBytes(StandardCharsets.UTF_8);
            caller.getOutputStream().write(bytes);
          }
        }
      } catch (IOException e) {
        return; // It is closed.
      }
    }

    String url() {
      return "http://127.0.0.1:" + door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }

  private List<String> doctor(String endpoint) {
    Trial.Result result =
        new Trial(home).run("doctor", "--region", "eu-west-1", "--endpoint-url", endpoint);
    assertEquals(0, result.code(), result.all());
    assertEquals("", result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(6, lines.size(), result.out());
    lines.forEach(line -> assertTrue(line.matches("\\[[x!?]] [A-Z].*: .+"), line));
    return lines;
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, [x] Clock: agrees with the clock of AWS",
    "PT2M, [x] Clock: agrees with the clock of AWS",
    "PT1H, [!] Clock: The clock of this machine is off (-",
    "PT-1H, [!] Clock: The clock of this machine is off (+",
  })
  void network_and_clock_need_nobody_who_is_signed_in(Duration ahead, String clock)
      throws IOException {
    try (Endpoint aws = Endpoint.answering(ahead)) {
      List<String> lines = doctor(aws.url());
      assertEquals("[x] Network: AWS answers", lines.get(3));
      assertTrue(lines.get(4).startsWith(clock), lines.get(4));
      assertTrue(lines.get(5).contains("aws login"), lines.get(5));
      assertTrue(aws.requests.stream().noneMatch(r -> r.contains("Authorization:")), "unsigned");
    }
  }

  /** The usual patience of a call is thirty seconds, and nobody signed in adds to it. */
  @Test
  void silence_is_not_waited_for() throws IOException {
    try (Endpoint hole = Endpoint.silent()) {
      Instant begun = Instant.now();
      List<String> lines = doctor(hole.url());
      assertTrue(lines.get(3).startsWith("[!] Network: AWS did not answer in time"), lines.get(3));
      assertEquals("[?] Clock: known only when AWS answers", lines.get(4));
      assertEquals("[?] Credentials: known only when AWS answers", lines.get(5));
      Duration took = Duration.between(begun, Instant.now());
      assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, took.toString());
    }
  }

  @Test
  void a_closed_door_is_no_network() {
    List<String> lines = doctor("http://127.0.0.1:9");
    assertTrue(lines.get(3).startsWith("[!] Network: AWS could not be reached"), lines.get(3));
    assertTrue(lines.get(3).contains("Check the network connection"), lines.get(3));
  }
}
