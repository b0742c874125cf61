package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How AWS is reached, tried on real servers: proxies, certificates and endpoints. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class NetworkIT {
  private static final String REACHED = "[x] Network: AWS answers";

  @TempDir private static Path shared;
  private static PrivateAuthority aws;

  @TempDir private Path home;

  @BeforeAll
  static void aws() throws Exception {
    aws = new PrivateAuthority(shared);
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  private Trial trial() {
    return new Trial(home).with("AWS_CA_BUNDLE", aws.bundle().toString());
  }

  private static String network(Trial trial) {
    Trial.Result result = trial.run("doctor", "--region", "eu-west-1", "--endpoint-url", aws.url());
    assertEquals(0, result.code(), result.all());
    return result.out().lines().filter(line -> line.contains(" Network: ")).findFirst().orElse("");
  }

  // --- Proxies ---

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:", "localhost:", "//localhost:", "HTTP://localhost:"})
  void https_goes_through_the_proxy_that_is_named_for_it(String address) throws IOException {
    try (TestProxy proxy = new TestProxy()) {
      Trial trial =
          trial().with("HTTPS_PROXY", address + proxy.port()).with("HTTP_PROXY", "localhost:1");
      assertEquals(REACHED, network(trial));
      assertEquals(
          List.of("CONNECT " + aws.url().substring("https://".length()) + " HTTP/1.1"),
          proxy.requests.stream().map(head -> head.lines().findFirst().orElse("")).toList());
    }
  }

  @Test
  void the_proxy_for_http_is_not_that_for_https() {
    assertEquals(REACHED, network(trial().with("HTTP_PROXY", "localhost:1")));
    assertEquals(REACHED, network(trial().with("ALL_PROXY", "localhost:1")));
  }

  @Test
  void http_goes_through_the_proxy_that_is_named_for_it() throws IOException {
    try (TestProxy proxy = new TestProxy()) {
      Trial.Result result =
          trial()
              .with("http_proxy", "who:pass@localhost:" + proxy.port())
              .run("doctor", "--region", "eu-west-1", "--endpoint-url", "http://aws.invalid");
      assertTrue(result.out().contains(" Network: "), result.all());
      String head = proxy.requests.element();
      assertTrue(head.startsWith("POST http://aws.invalid HTTP/1.1"), head);
      assertTrue(head.contains("Proxy-Authorization: Basic d2hvOnBhc3M="), head);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "other.example, .localhost", "*", "LOCALHOST"})
  void no_proxy_is_kept(String direct) {
    assertEquals(
        REACHED, network(trial().with("HTTPS_PROXY", "localhost:1").with("NO_PROXY", direct)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "localhost:1", "*.localhost", "*,other", "127.0.0.0/8"})
  void what_no_proxy_does_not_name_goes_through_the_proxy(String direct) {
    String line = network(trial().with("HTTPS_PROXY", "localhost:1").with("NO_PROXY", direct));
    assertTrue(line.startsWith("[!] Network: No way to AWS through the proxy"), line);
  }

  @Test
  void small_letters_win() {
    assertEquals(
        REACHED, network(trial().with("HTTPS_PROXY", "localhost:1").with("https_proxy", "")));
  }

  @Test
  void a_failure_names_the_proxy_and_not_its_password() {
    String line = network(trial().with("HTTPS_PROXY", "http://who:secret@localhost:1"));
    assertTrue(
        line.startsWith(
            "[!] Network: No way to AWS through the proxy http://localhost:1 (HTTPS_PROXY): "),
        line);
    assertTrue(line.endsWith("(FD-NET-006)"), line);
    assertFalse(line.contains("secret"), line);
  }

  @Test
  void a_proxy_that_knows_nobody_of_us_is_named_with_its_answer() throws IOException {
    try (TestProxy proxy = new TestProxy(Optional.of("who:pass"))) {
      String line = network(trial().with("HTTPS_PROXY", "localhost:" + proxy.port()));
      assertTrue(line.contains("(HTTPS_PROXY): HTTP/1.1 407 Proxy Authentication Required"), line);
      assertEquals(1, proxy.requests.size(), "asked again in vain");
    }
  }

  /** Companies lock users out who say a wrong password often. */
  @Test
  @Tag("binary")
  void a_wrong_password_is_said_once_a_call() throws Exception {
    try (TestProxy proxy = new TestProxy(Optional.of("who:right"))) {
      Program.Ended ended =
          new Program(home, aws.url())
              .with("HTTPS_PROXY", "http://who:wrong@localhost:" + proxy.port())
              .run("check");
      assertTrue(ended.err().contains("407 Proxy Authentication Required"), ended.err());
      // Four things are asked at once to find out who is signed in.
      long said = proxy.requests.stream().filter(head -> head.contains("Basic")).count();
      assertEquals(4, said, ended.err());
    }
  }

  /** What Java needs for this is read once in a process. */
  @Test
  @Tag("binary")
  void a_proxy_gets_the_user_and_the_password_that_its_variable_names() throws Exception {
    try (TestProxy proxy = new TestProxy(Optional.of("wh o:pa@ss:+%"))) {
      Program.Ended ended =
          new Program(home, aws.url())
              .with("AWS_CA_BUNDLE", aws.bundle().toString())
              .with("HTTPS_PROXY", "http://wh%20o:pa%40ss:+%25@localhost:" + proxy.port())
              .run("check");
      // The doctor would wait three seconds at most, and a busy machine takes longer.
      assertEquals(5, ended.code(), ended.err() + proxy.requests);
      assertTrue(ended.err().contains("FD-AUTH-002"), ended.err());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://proxy.example:3128, https://proxy.example:3128",
    "socks5://proxy.example:1080, socks5://proxy.example:1080",
    "http://proxy.example:port, http://proxy.example:***",
    "http://proxy.example:70000, http://proxy.example:70000",
    "http://who:secret@, http://***@",
    "http://who:secret@a b:1, http://***@a b:1",
    "who:secret, who:***",
    "who:sec%zzret@proxy.example:3128, ***@proxy.example:3128",
    "who:secret@:3128, ***@:3128",
    "http://, http://",
  })
  void what_is_no_address_of_a_proxy_is_refused_without_its_password(String value, String shown) {
    Trial.Result result = trial().with("https_proxy", value).run("check", "--region", "eu-west-1");
    assertEquals(2, result.code(), result.all());
    assertTrue(
        result.err().startsWith("firstday: https_proxy=" + shown + ": expected the address"),
        result.err());
    assertFalse(result.all().contains("secret"), result.all());
  }

  // --- Certificates ---

  @Test
  void a_certificate_that_is_not_trusted_is_a_failure_of_its_own() {
    String line = network(new Trial(home));
    assertTrue(line.startsWith("[!] Network: The certificate that was shown"), line);
    assertTrue(line.contains("AWS_CA_BUNDLE") && line.endsWith("(FD-NET-007)"), line);
    assertFalse(line.contains("PKIX"), line);
  }

  @Test
  void the_bundle_of_python_counts_after_that_of_aws() {
    assertEquals(
        REACHED, network(new Trial(home).with("REQUESTS_CA_BUNDLE", aws.bundle().toString())));
    assertEquals(REACHED, network(trial().with("REQUESTS_CA_BUNDLE", "/nowhere")));
    assertEquals(
        REACHED,
        network(
            new Trial(home)
                .with("AWS_CA_BUNDLE", "")
                .with("REQUESTS_CA_BUNDLE", aws.bundle().toString())));
  }

  @ParameterizedTest
  @CsvSource({
    "'', has no certificate",
    "hello, has no certificate",
    "'-----BEGIN PRIVATE KEY-----', has no certificate",
    "'#\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', :2 is no certificate",
    "'-----BEGIN CERTIFICATE-----\nAAAA', :1 is no certificate",
  })
  void a_bundle_without_certificates_is_refused(String text, String why) throws IOException {
    Path file = Files.writeString(home.resolve("ca.pem"), text);
    Trial.Result result =
        new Trial(home)
            .with("AWS_CA_BUNDLE", file.toString())
            .run("check", "--region", "eu-west-1");
    assertEquals(2, result.code(), result.all());
    assertTrue(result.err().startsWith("firstday: AWS_CA_BUNDLE: " + file), result.err());
    assertTrue(result.err().contains(why), result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/ca.pem", "/dev/zero", "/tmp"})
  void a_bundle_that_is_no_file_is_refused(String file) {
    Trial.Result result =
        new Trial(home).with("AWS_CA_BUNDLE", file).run("check", "--region", "eu-west-1");
    assertEquals(2, result.code(), result.all());
    assertTrue(
        result.err().startsWith("firstday: AWS_CA_BUNDLE: " + file + " can't be read"),
        result.err());
  }

  // --- Endpoints ---

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:5055",
        "localhost",
        "ftp://localhost",
        "file:///etc/passwd",
        "http://",
        "http:/localhost",
        "http://who@localhost",
        "http://localhost?x=y",
        "http://localhost#x",
        "http://local host"
      })
  void what_is_no_url_of_a_server_is_refused(String url) {
    for (Trial.Result result :
        List.of(
            trial().run("check", "--region", "eu-west-1", "--endpoint-url", url),
            trial().with("AWS_ENDPOINT_URL", url).run("check", "--region", "eu-west-1"),
            trial().with("AWS_ENDPOINT_URL_S3", url).run("plan", "--region", "eu-west-1"))) {
      assertEquals(2, result.code(), result.all());
      assertTrue(result.err().contains(": expected a URL, as http://localhost:5055"), result.err());
      assertTrue(result.err().matches("(?is)firstday: (--|aws_)endpoint.url.*"), result.err());
    }
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    Trial.Result result =
        new Trial(home)
            .with("HTTPS_PROXY", "socks5://x")
            .with("AWS_CA_BUNDLE", "/nowhere")
            .with("AWS_ENDPOINT_URL", "here")
            .run("check", "--region", "eu-west-1");
    assertEquals(3, result.err().lines().count(), result.err());
  }

  @Test
  void the_doctor_says_what_is_wrong() {
    Trial.Result result = new Trial(home).with("HTTPS_PROXY", "socks5://x").run("doctor");
    assertTrue(result.out().contains("HTTPS_PROXY=socks5://x: expected the"), result.all());
    assertEquals("", result.err());
  }

  // --- The profile ---

  private Trial configured(String text) throws IOException {
    Path config = Files.writeString(home.resolve("config"), text);
    return new Trial(home).with("AWS_CONFIG_FILE", config.toString());
  }

  @Test
  void the_bundle_and_the_endpoints_of_the_profile_count_after_the_variables() throws IOException {
    String profile = "[default]\nca_bundle = " + aws.bundle() + "\nservices = near\n";
    String services = "[services near]\nsts =\n  endpoint_url = " + aws.url() + "\n";
    Trial trial = configured(profile + services);
    assertTrue(trial.run("doctor", "--region", "eu-west-1").out().contains(REACHED));
    trial.with("AWS_CA_BUNDLE", "/nowhere");
    assertEquals(2, trial.run("check", "--region", "eu-west-1").code());
  }

  @ParameterizedTest
  @CsvSource({
    "'endpoint_url = localhost:1', ':2 endpoint_url localhost:1: expected a URL'",
    "'ca_bundle = /nowhere', ':2: /nowhere can''t be read'",
    "'services = none', ':2: there is no section [services none]'",
    "'services = x\n[services x]\ns3 =\n  endpoint_url = file:///x', ' endpoint_url file:///x: exp'"
  })
  void what_is_wrong_in_the_profile_is_told_with_its_line(String text, String told)
      throws IOException {
    Trial.Result result = configured("[default]\n" + text).run("check", "--region", "eu-west-1");
    assertEquals(2, result.code(), result.all());
    assertTrue(result.err().contains(home.resolve("config") + ":"), result.err());
    assertTrue(result.err().contains(told), result.err());
  }

  @Test
  void configured_endpoints_can_be_ignored() throws IOException {
    Trial.Result result =
        configured("[default]\nendpoint_url = nonsense\nignore_configured_endpoint_urls = true\n")
            .with("AWS_ENDPOINT_URL_S3", "nonsense")
            .run("doctor", "--region", "eu-west-1", "--endpoint-url", "http://localhost:1");
    assertTrue(result.out().contains("[!] Network: AWS could not be reached"), result.all());
  }
}
