package dev.firstday.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.signin.MfaCodes;
import dev.firstday.aws.signin.SignInCredentials;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.aws.signin.network.NetworkSettings;
import dev.firstday.aws.signin.network.ProxySettings;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session of a role with an MFA device ends in the middle of a run, and a code renews it. */
class MfaSessionTest {
  private static final Read WHO =
      new Read("sts", "GetCallerIdentity", "us-east-1", Map.of(), List.of("/Account"));

  private final Path home;
  private final HttpServer sts;
  private final Deque<String> typed = new ArrayDeque<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private Instant now = Instant.now();
  private Duration lasts = Duration.ofHours(1);
  private boolean closed;
  private boolean accepted;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private final MfaCodes codes =
      new MfaCodes() {
        @Override
        public Optional<String> code(String profile, String serial) {
          return closed ? Optional.empty() : Optional.ofNullable(typed.poll());
        }

        @Override
        public void accepted() {
          accepted = true;
        }

        @Override
        public boolean renewing() {
          return accepted;
        }

        @Override
        public boolean inPause() {
          return closed && accepted;
        }
      };

  MfaSessionTest(@TempDir Path home) throws IOException {
    this.home = home;
    this.sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        "[profile a]\nrole_arn = arn:aws:iam::111111111111:role/r\nmfa_serial = m\n"
            + "source_profile = b\n[profile c]\nrole_arn = arn:aws:iam::111111111111:role/s\n"
            + "mfa_serial = m\nsource_profile = a\n");
    Files.writeString(
        home.resolve(".aws/credentials"),
        "[b]\naws_access_key_id = x\naws_secret_access_key = s\n");
    sts.createContext("/", this::answer);
    sts.start();
  }

  @AfterEach
  void stop() {
    sts.stop(0);
  }

  /** STS; it takes codes that begin with 1, and each of them once. */
  private void answer(HttpExchange call) throws IOException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (body.contains("Action=GetCallerIdentity")) {
      reply(
          call,
          200,
          "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111111111111</Account>"
              + "<Arn>arn:aws:sts::111111111111:assumed-role/r/s</Arn>"
              + "</GetCallerIdentityResult></GetCallerIdentityResponse>");
    } else if (body.contains("TokenCode=1")
        && used.add(body.replaceAll(".*TokenCode=(\\d+).*", "$1"))) {
      reply(
          call,
          200,
          "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId>"
              + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>"
              + now.plus(lasts)
              + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>");
    } else {
      reply(
          call,
          403,
          "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>"
              + "MultiFactorAuthentication failed with invalid MFA one time pass code. "
              + "</Message></Error></ErrorResponse>");
    }
  }

  private static void reply(HttpExchange call, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "text/xml");
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  /** Signs in with a code at the prompt; then the session ends. */
  private Caller ended() throws CallFailed {
    return ended("a", "100000");
  }

  private Caller ended(String profile, String... codesAtFirst) throws CallFailed {
    typed.addAll(List.of(codesAtFirst));
    NetworkSettings network =
        new NetworkSettings(
            ProxySettings.NONE,
            Optional.empty(),
            Endpoints.of(URI.create("http://127.0.0.1:" + sts.getAddress().getPort())));
    SignInCredentials credentials =
        new SignInCredentials(
            new SignInCredentials.CredentialOptions(
                () -> AwsSettings.read(Map.of(), home, Optional.of(profile)),
                "us-east-1",
                network,
                codes,
                clock));
    Caller caller =
        SignIn.to(new SignIn.SignInOptions(credentials, "us-east-1", network, CallListener.NONE))
            .caller();
    now = now.plus(lasts);
    return caller;
  }

  private static Problem problem(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(CallFailed.class, call).problem();
  }

  @Test
  void behind_a_screen_the_pause_asks_for_the_code_and_a_refused_one_pauses_again()
      throws CallFailed {
    Caller caller = ended();
    closed = true;
    Problem ended = problem(() -> caller.read(WHO));
    assertEquals("signin.mfa-ended", ended.code());
    assertTrue(ended.kind().pauses() && caller.wantsCode(ended));
    assertEquals(Note.of("remedy.EXPIRED.mfa"), caller.remedy(ended));
    Problem refused = problem(() -> caller.accountId(Secret.of("200000")));
    assertEquals("signin.mfa-refused", refused.code());
    assertTrue(refused.kind().pauses() && caller.wantsCode(refused));
    assertFalse(refused.toString().contains("200000"), refused.toString());
    assertEquals("111111111111", caller.accountId(Secret.of("100001")));
    assertTrue(caller.read(WHO).isPresent());
  }

  @Test
  void a_renewed_session_that_ends_is_renewed_as_well() throws CallFailed {
    Caller caller = ended();
    closed = true;
    assertEquals("111111111111", caller.accountId(Secret.of("100001")));
    now = now.plus(lasts);
    Problem again = problem(() -> caller.read(WHO));
    assertTrue(caller.wantsCode(again), again.toString());
    assertEquals("111111111111", caller.accountId(Secret.of("100002")));
    assertTrue(caller.read(WHO).isPresent());
  }

  @Test
  void a_way_through_two_roles_takes_one_code_after_the_other() throws CallFailed {
    Caller caller = ended("c", "100000", "100001");
    closed = true;
    Problem ended = problem(() -> caller.read(WHO));
    assertEquals(List.of("a", "m"), List.of(ended.message().split("\n")));
    Problem further = problem(() -> caller.accountId(Secret.of("100002")));
    assertEquals(List.of("c", "m"), List.of(further.message().split("\n")));
    assertTrue(caller.wantsCode(further));
    assertEquals("111111111111", caller.accountId(Secret.of("100003")));
    assertTrue(caller.read(WHO).isPresent());
  }

  @Test
  void at_a_prompt_a_refused_code_pauses_and_the_prompt_asks_again() throws CallFailed {
    Caller caller = ended();
    typed.addAll(List.of("200000", "100001"));
    Problem refused = problem(() -> caller.read(WHO));
    assertEquals("signin.mfa-refused", refused.code());
    assertTrue(refused.kind().pauses());
    assertFalse(caller.wantsCode(refused));
    assertEquals(Note.of("remedy.EXPIRED.mfa"), caller.remedy(refused));
    assertEquals("111111111111", caller.accountId());
    assertTrue(caller.read(WHO).isPresent());
  }

  @Test
  void what_a_code_does_not_renew_asks_for_none() throws CallFailed {
    Caller caller = ended();
    Problem source =
        Problem.ofSignIn(
            Problem.Kind.EXPIRED, Note.of("signin.sso-expired", "b", "c"), "sts", "X", "r");
    assertFalse(caller.wantsCode(problem(() -> caller.read(WHO))), "the prompt asks");
    closed = true;
    assertFalse(caller.wantsCode(source));
  }
}
