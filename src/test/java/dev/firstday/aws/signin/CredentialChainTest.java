package dev.firstday.aws.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.aws.signin.network.NetworkSettings;
import dev.firstday.aws.signin.network.ProxySettings;
import dev.firstday.aws.signin.network.TimeLimit;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.SignInException;
import dev.firstday.engine.failure.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Which credentials are found, in the order of the AWS CLI; and why none are. */
class CredentialChainTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "environment", "AWS_SECRET_ACCESS_KEY", "s");

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private MfaCodes codes = MfaCodes.NOBODY;

  // Nobody answers there.
  private String endpoint = "http://127.0.0.1:9";

  CredentialChainTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve(".aws/sso/cache"));
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("PATH", System.getenv("PATH"));
  }

  private void config(String text) throws IOException {
    Files.writeString(home.resolve(".aws/config"), text.replace("¶", "\n"));
  }

  private void credentials(String text) throws IOException {
    Files.writeString(home.resolve(".aws/credentials"), text.replace("¶", "\n"));
  }

  private AwsCredentials found(String profile) {
    return new SignInCredentials(
            new SignInCredentials.CredentialOptions(
                () ->
                    AwsSettings.read(
                        environment, home, Optional.of(profile).filter(name -> !name.isEmpty())),
                "eu-west-1",
                new NetworkSettings(
                    ProxySettings.NONE, Optional.empty(), Endpoints.of(URI.create(endpoint))),
                codes,
                Clock.fixed(NOW, ZoneOffset.UTC)))
        .provider()
        .resolveCredentials();
  }

  private SignInException failure(String profile) {
    return assertThrows(SignInException.class, () -> found(profile));
  }

  private static String said(SignInException e) {
    return e.note().code() + " " + String.join(" | ", e.note().values());
  }

  @Test
  void a_profile_of_the_command_line_is_used_alone() throws IOException {
    config("[profile other]¶aws_access_key_id = other¶aws_secret_access_key = s");
    environment.putAll(KEYS);
    assertEquals("other", found("other").accessKeyId());
    assertEquals("environment", found("").accessKeyId());
    environment.put("AWS_PROFILE", "other");
    assertEquals("environment", found("").accessKeyId());
    environment.remove("AWS_ACCESS_KEY_ID");
    assertEquals("other", found("").accessKeyId());
  }

  @Test
  void a_credentials_file_comes_before_a_program_and_that_before_the_configuration_file()
      throws IOException {
    config(
        "[default]¶aws_access_key_id = config¶aws_secret_access_key = s¶credential_process = echo"
            + " '{\"Version\": 1, \"AccessKeyId\": \"program\", \"SecretAccessKey\": \"s\"}'");
    assertEquals("program", found("").accessKeyId());
    credentials("[default]¶aws_access_key_id = file¶aws_secret_access_key = s");
    assertEquals("file", found("").accessKeyId());
  }

  @Test
  void a_session_token_is_part_of_the_keys() throws IOException {
    credentials("[a b]¶aws_access_key_id=x¶aws_secret_access_key=s==¶aws_session_token=t/+=");
    AwsSessionCredentials found = (AwsSessionCredentials) found("a b");
    assertEquals(List.of("s==", "t/+="), List.of(found.secretAccessKey(), found.sessionToken()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "region = x | signin.profile-empty a ; aws login --profile a",
        "aws_access_key_id = x | signin.no-secret a ; FILE:2",
        "role_arn = r¶source_profile = b¶[profile b]¶role_arn = r¶source_profile = a"
            + " | signin.circle b ; a > b > a",
        "role_arn = r¶source_profile = a | signin.circle a ; a > a",
        "role_arn = r¶source_profile = gone | signin.source-missing a ; gone ; FILE:3",
        "role_arn = r¶source_profile = b¶[profile b]¶output = json | signin.source-empty a ; b",
        "role_arn = r | signin.role-no-source a",
        "role_arn = r¶source_profile = b¶credential_source = Environment"
            + " | signin.role-two-sources a",
        "role_arn = r¶credential_source = Enviroment | signin.role-source a ; Enviroment ; FILE:3",
        "role_arn = r¶credential_source = Environment | signin.no-environment a",
        "role_arn = r¶credential_source = EcsContainer | signin.no-container a",
        "role_arn = r¶web_identity_token_file = /nonexistent/token"
            + " | signin.token-missing /nonexistent/token ; FILE:3",
        "web_identity_token_file = /nonexistent/token | signin.token-no-role FILE:2",
        "role_arn = r¶web_identity_token_file = ~/.aws | signin.token-missing HOME/.aws ; FILE:3",
        "sso_account_id = 1 | signin.sso-lacks a ; sso_role_name",
        "sso_account_id = 1¶sso_role_name = r | signin.sso-lacks a ; sso_region",
        "sso_account_id = 1¶sso_role_name = r¶sso_session = corp"
            + " | signin.sso-session-lacks a ; corp ; sso_region ; FILE:4",
        "sso_account_id = 1¶sso_role_name = r¶sso_start_url = u¶sso_region = Tokyo"
            + " | signin.sso-region a ; Tokyo",
        "credential_process = /nonexistent/get creds"
            + " | signin.process-missing a ; /nonexistent/get ; 127",
        "credential_process = sh -c \"echo vault is locked >&2; exit 3\""
            + " | signin.process-failed a ; sh ; 3 ; vault is locked",
        "credential_process = exit 4 | signin.process-failed a ; exit ; 4 ; -",
        "credential_process = echo secret | signin.process-output a ; echo ; JSON",
        "credential_process = echo [] | signin.process-output a ; echo ; JSON",
        "credential_process = echo {} | signin.process-output a ; echo ; Version",
        "credential_process = echo '{\"Version\":1}' | signin.process-output a ; echo ; AccessKeyId",
        "credential_process = echo '{\"Version\":1,\"AccessKeyId\":\"x\"}'"
            + " | signin.process-output a ; echo ; SecretAccessKey",
        "credential_process = echo '{\"Version\":1,\"AccessKeyId\":\"x\",\"SecretAccessKey\":\"s\","
            + "\"Expiration\":\"soon\"}' | signin.process-output a ; echo ; Expiration",
        "credential_process = \"open | signin.process-failed a ; \"open ; 2",
        "role_arn = r¶mfa_serial = m¶source_profile = b¶[profile b]¶aws_access_key_id = x¶"
            + "aws_secret_access_key = s | signin.mfa a ; m",
      })
  void why_there_are_none_is_told_with_the_profile(String text, String expected)
      throws IOException {
    config("[profile a]¶" + text);
    SignInException failure = failure("a");
    assertEquals(Problem.Kind.CREDENTIALS, failure.kind());
    String place = home.resolve(".aws/config").toString();
    String wanted =
        expected.replace("FILE", place).replace("HOME", home.toString()).replace(" ; ", " | ");
    assertTrue(said(failure).startsWith(wanted), said(failure) + " for " + wanted);
  }

  @Test
  void where_nothing_is_set_up_aws_login_is_proposed() {
    assertEquals("signin.nothing ", said(failure("")));
  }

  @Test
  void half_of_the_keys_in_the_environment_is_named() {
    environment.put("AWS_ACCESS_KEY_ID", "x");
    assertEquals("signin.no-secret-variable ", said(failure("")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not of AWS | HTTP 404",
        "<E><Error><Code>AccessDenied</Code></Error></E> | AccessDenied",
        "<E><Error><Code>AccessDenied</Code><Message>No.</Message></Error></E> | AccessDenied: No.",
        "<E><Error><Message>No.</Message></Error></E> | No.",
      })
  void a_refusal_is_told_as_far_as_it_says_why(String body, String told) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, body.length());
          exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    config(
        "[profile a]¶role_arn = r¶source_profile = b¶[profile b]¶aws_access_key_id = x¶"
            + "aws_secret_access_key = s");
    assertEquals("signin.role a | r | " + told, said(failure("a")));
    server.stop(0);
  }

  @Test
  void what_a_program_prints_is_in_no_message() throws IOException {
    config("[default]¶credential_process = echo '{\"SecretAccessKey\": \"hunter2'");
    SignInException failure = failure("");
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertTrue(!cause.toString().contains("hunter2"), cause.toString());
    }
  }

  @Test
  void a_program_gets_variables_and_is_not_waited_for_without_end() {
    environment.put("GREETING", "hello");
    CredentialProcess echo = new CredentialProcess("a", "echo $GREETING >&2; exit 1", environment);
    SignInException said =
        assertThrows(SignInException.class, () -> echo.run(Duration.ofMinutes(1)));
    assertEquals("signin.process-failed a | echo | 1 | hello", said(said));
    CredentialProcess slow = new CredentialProcess("a", "sleep 60", environment);
    SignInException ended =
        assertThrows(SignInException.class, () -> slow.run(Duration.ofMillis(50)));
    assertEquals("signin.process-slow a | sleep | 0", said(ended));
  }

  @Test
  void no_call_of_a_sign_in_is_waited_for_without_end() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    assertThrows(
        ApiCallTimeoutException.class,
        () ->
            TimeLimit.within(
                Duration.ofMillis(20),
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return "";
                }));
    assertEquals("x", TimeLimit.within(Duration.ofMinutes(1), () -> "x"));
  }

  private void token(String name, String json) throws Exception {
    String file =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8)));
    Files.writeString(home.resolve(".aws/sso/cache").resolve(file + ".json"), json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sso", "old"})
  void an_identity_center_session_that_is_not_open_names_the_command(String profile)
      throws Exception {
    config(
        """
        [profile sso]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = Admin
        [sso-session corp]
        sso_start_url = https://example.awsapps.com/start
        sso_region = eu-west-1
        [profile old]
        sso_start_url = https://example.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 123456789012
        sso_role_name = Admin
        """);
    String name = profile.equals("sso") ? "corp" : "https://example.awsapps.com/start";
    String command = profile + " | aws sso login --profile " + profile;
    assertEquals("signin.sso-missing " + command, said(failure(profile)));
    for (String broken : List.of("", "{", "[]", "{\"accessToken\": \"\"}")) {
      token(name, broken);
      assertEquals("signin.sso-missing " + command, said(failure(profile)));
    }
    for (String end : List.of("2026-11-22T08:59:59Z", "2020-01-01T00:00:00UTC", "soon", "")) {
      token(name, "{\"accessToken\": \"t\", \"expiresAt\": \"" + end + "\"}");
      SignInException failure = failure(profile);
      assertEquals("signin.sso-expired " + command, said(failure));
      assertEquals(Problem.Kind.EXPIRED, failure.kind());
    }
    token(name, "{\"accessToken\": \"t\", \"expiresAt\": \"2026-11-22T10:00:00Z\"}");
    assertTrue(said(failure(profile)).startsWith("signin.sso-role " + profile + " | Admin | 12"));
  }

  @Test
  void a_session_of_aws_login_that_is_not_there_names_the_command() throws IOException {
    config("[profile a]¶login_session = arn:aws:iam::123456789012:user/alice");
    environment.put("AWS_LOGIN_CACHE_DIRECTORY", "~/none");
    SignInException failure = failure("a");
    assertEquals(Problem.Kind.EXPIRED, failure.kind());
    assertTrue(
        said(failure).startsWith("signin.login a | aws login --profile a | "), said(failure));
  }

  @Test
  void a_code_is_asked_for_once_and_only_when_it_is_needed() throws IOException {
    config("[profile a]¶role_arn = arn:aws:iam::1:role/r¶mfa_serial = m¶source_profile = b");
    credentials("[b]¶aws_access_key_id = x¶aws_secret_access_key = s");
    List<String> asked = new ArrayList<>();
    codes =
        (profile, serial) -> {
          asked.add(profile + " " + serial);
          return Optional.of("123456");
        };
    assertTrue(AwsSettings.read(environment, home, Optional.of("a")).asksForCode());
    SdkException failure = assertThrows(SdkException.class, () -> found("a"));
    assertEquals(List.of("a m"), asked);
    assertTrue(!failure.toString().contains("123456"), failure.toString());
    assertEquals("x", found("b").accessKeyId());
    assertEquals(1, asked.size());
  }
}
