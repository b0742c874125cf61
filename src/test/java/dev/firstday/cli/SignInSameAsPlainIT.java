package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.cli.BothEditions.Left;
import dev.firstday.moto.MotoServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to sign in leads to the same in the native binary as in the plain edition. */
@Tag("binary")
@EnabledIfSystemProperty(named = "firstday.binary", matches = ".+")
@Execution(ExecutionMode.CONCURRENT)
class SignInSameAsPlainIT {
  private static final String SESSION = "arn:aws:iam::123456789012:user/alice";
  private static final String START = "https://example.awsapps.com/start";

  private static final String ROLE = "role_arn = arn:aws:iam::123456789012:role/r\n";
  private static final String KEYS =
      "aws_access_key_id = AKIAEXAMPLE00000002\naws_secret_access_key = s\n";
  private static final String SSO =
      "sso_account_id = 123456789012\nsso_role_name = Admin\nsso_session = corp\n"
          + "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = "
          + START;
  private static final String WITHOUT_SESSION =
      "sso_account_id = 123456789012\nsso_role_name = Admin\nsso_region = eu-west-1\n"
          + "sso_start_url = "
          + START;
  private static final String PROCESS =
      "credential_process = echo '{\"Version\": 1, \"AccessKeyId\": \"AKIAEXAMPLE00000002\","
          + " \"SecretAccessKey\": \"s\", \"SessionToken\": \"t\","
          + " \"Expiration\": \"2199-01-01T00:00:00+09:00\"}'";

  /** For the call that finds out who is signed in, and what it takes on a busy machine. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  /**
   * A way to sign in.
   *
   * @param code how a check ends that signs in so: 1 if it could
   * @param profile what the profile a has; without one, none is named
   * @param variables the environment, where SOURCES and HOME stand for their addresses
   * @param files files in the home by their names
   */
  private record Way(
      String name,
      int code,
      String profile,
      Map<String, String> variables,
      Map<String, String> files) {
    Way(String name, int code, String profile) {
      this(name, code, profile, Map.of(), Map.of());
    }

    Way with(Map<String, String> more) {
      return new Way(name, code, profile, more, files);
    }

    Way file(String file, String text) {
      return new Way(name, code, profile, variables, Map.of(file, text));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Way> ways() throws Exception {
    return Stream.of(
            keys(), programs(), roles(), webIdentities(), identityCenter(), logins(), machines())
        .flatMap(List::stream);
  }

  private static List<Way> keys() {
    return List.of(
        new Way("nothing", 5, ""),
        new Way("keys of variables", 1, "")
            .with(Map.of("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE00000001", "AWS_SECRET_ACCESS_KEY", "s")),
        new Way("a session of variables", 1, "")
            .with(
                Map.of(
                    "AWS_ACCESS_KEY_ID",
                    "ASIAEXAMPLE00000001",
                    "AWS_SECRET_ACCESS_KEY",
                    "s",
                    "AWS_SESSION_TOKEN",
                    "t")),
        new Way("half of the keys", 5, "").with(Map.of("AWS_ACCESS_KEY_ID", "AKIA")),
        new Way("keys of the credentials file", 1, "region = eu-west-3")
            .file(".aws/credentials", "[a]\n" + KEYS),
        new Way("keys of the configuration file", 1, KEYS),
        new Way("a profile of a variable", 1, "")
            .with(Map.of("AWS_PROFILE", "b"))
            .file(".aws/credentials", "[b]\n" + KEYS),
        new Way("a profile that is not there", 2, "").with(Map.of("AWS_PROFILE", "b")),
        new Way("a profile without credentials", 5, "region = eu-west-3"),
        new Way("half of the keys of a profile", 5, "aws_access_key_id = AKIA"));
  }

  private static List<Way> programs() {
    return List.of(
        new Way("a program", 1, PROCESS),
        new Way("a program that fails", 5, "credential_process = sh -c 'echo locked >&2; exit 3'"),
        new Way("a program that isn't there", 5, "credential_process = /nonexistent/get"),
        new Way("a program that says something else", 5, "credential_process = echo '[\"x\"]'"));
  }

  private static List<Way> roles() {
    return List.of(
        new Way("a role", 1, ROLE + "source_profile = b\n[profile b]\n" + KEYS),
        new Way(
            "a role with all its settings",
            1,
            ROLE
                + "source_profile = b\nexternal_id = x\n"
                + "duration_seconds = 900\nrole_session_name = first\n[profile b]\n"
                + KEYS),
        new Way(
            "a role by way of a role",
            1,
            ROLE
                + "source_profile = b\n[profile b]\n"
                + ROLE
                + "source_profile = c\n[profile c]\n"
                + KEYS),
        new Way("a role of variables", 1, ROLE + "credential_source = Environment")
            .with(Map.of("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE00000001", "AWS_SECRET_ACCESS_KEY", "s")),
        new Way(
            "a role by way of a program", 1, ROLE + "source_profile = b\n[profile b]\n" + PROCESS),
        new Way(
            "a role that wants a code",
            5,
            ROLE + "mfa_serial = m\nsource_profile = b\n[profile b]\n" + KEYS),
        new Way(
            "roles in a circle",
            5,
            ROLE + "source_profile = b\n[profile b]\n" + ROLE + "source_profile = a"),
        new Way(
                "a role that may not be assumed",
                5,
                ROLE + "source_profile = b\n[profile b]\n" + KEYS)
            .with(Map.of("AWS_ENDPOINT_URL_STS", "SOURCES")));
  }

  private static List<Way> webIdentities() {
    Map<String, String> variables =
        Map.of(
            "AWS_ROLE_ARN",
            "arn:aws:iam::123456789012:role/r",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "HOME/token",
            "AWS_ROLE_SESSION_NAME",
            "build");
    String web = ROLE + "web_identity_token_file = ~/token";
    return List.of(
        new Way("a web identity", 1, web).file("token", "t"),
        new Way("a web identity of variables", 1, "").with(variables).file("token", "t"),
        new Way("a web identity without its token", 5, web),
        new Way("a web identity whose token is empty", 5, web).file("token", "\n"));
  }

  private static List<Way> identityCenter() throws Exception {
    String session = ".aws/sso/cache/" + sha1("corp") + ".json";
    String alone = ".aws/sso/cache/" + sha1(START) + ".json";
    return List.of(
        new Way("Identity Center", 1, SSO).file(session, token("2199-01-01T00:00:00Z", false)),
        new Way("Identity Center without a session", 1, WITHOUT_SESSION)
            .file(alone, token("2199-01-01T00:00:00Z", false)),
        new Way("Identity Center, renewed", 1, SSO)
            .file(session, token("2020-01-01T00:00:00Z", true)),
        new Way("Identity Center, expired", 5, SSO)
            .file(session, token("2020-01-01T00:00:00Z", false)),
        new Way("Identity Center, never opened", 5, SSO),
        new Way("Identity Center, incomplete", 5, "sso_account_id = 1"));
  }

  private static String sha1(String name) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static String token(String end, boolean refreshable) {
    String refresh =
        """
        "refreshToken": "r", "clientId": "c", "clientSecret": "s",
        "registrationExpiresAt": "2199-01-01T00:00:00Z",
        """;
    return """
        {"accessToken": "t", "startUrl": "%s", "region": "eu-west-1", %s "expiresAt": "%s"}
        """
        .formatted(START, refreshable ? refresh : "", end);
  }

  private static List<Way> logins() throws Exception {
    String file = ".aws/login/cache/" + LoginSession.fileName(SESSION);
    String profile = "login_session = " + SESSION;
    return List.of(
        new Way("aws login", 1, profile).file(file, LoginSession.json("2199-01-01T00:00:00Z")),
        new Way("aws login, renewed", 1, profile)
            .file(file, LoginSession.json("2020-01-01T00:00:00Z")),
        new Way("aws login, refused", 5, profile)
            .file(file, LoginSession.json("2020-01-01T00:00:00Z"))
            .with(Map.of("AWS_ENDPOINT_URL_SIGNIN", "SOURCES/elsewhere")),
        new Way("aws login, not done", 5, profile));
  }

  private static List<Way> machines() {
    return List.of(
        new Way("a container", 1, "")
            .with(
                Map.of(
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                    "SOURCES/container",
                    "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                    "t")),
        new Way("a container that gives none", 5, "")
            .with(Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", "SOURCES/nothing")),
        new Way("a role of a container", 1, ROLE + "credential_source = EcsContainer")
            .with(Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", "SOURCES/container")),
        new Way("an instance", 1, "")
            .with(
                Map.of(
                    "AWS_EC2_METADATA_DISABLED",
                    "false",
                    "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                    "SOURCES")),
        new Way("a role of an instance", 1, ROLE + "credential_source = Ec2InstanceMetadata")
            .with(
                Map.of(
                    "AWS_EC2_METADATA_DISABLED",
                    "false",
                    "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                    "SOURCES")));
  }

  private BothEditions editions(Way way, String moto, String sources) {
    BothEditions editions = new BothEditions(folder);
    editions.with("AWS_ENDPOINT_URL", moto).with("AWS_REGION", "ap-northeast-1");
    for (String service : List.of("SSO", "SSO_OIDC", "SIGNIN")) {
      editions.with("AWS_ENDPOINT_URL_" + service, sources);
    }
    way.variables()
        .forEach(
            (name, value) ->
                editions.with(
                    name,
                    value.replace("SOURCES", sources).replace("HOME", editions.home().toString())));
    way.files().forEach(editions::file);
    if (!way.profile().isEmpty()) {
      editions.file(".aws/config", "[profile a]\n" + way.profile() + "\n");
    }
    return editions;
  }

  private static List<String> check(Way way, String language) {
    List<String> check = List.of("check", "--step", "password-policy", "--lang", language);
    return way.profile().isEmpty()
        ? check
        : Stream.concat(check.stream(), Stream.of("--profile", "a")).toList();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_way_to_sign_in_leads_to_the_same(Way way) throws Exception {
    String moto = MotoServer.quick().toString();
    try (CredentialSources sources = new CredentialSources()) {
      BothEditions editions = editions(way, moto, sources.url());
      Left left = editions.same(List.of(check(way, "en"), check(way, "ja"), List.of("doctor")));
      Left first = editions.plain(List.of(check(way, "en"))).getFirst();
      assertEquals(way.code(), first.code(), first.out() + first.err() + sources.requests);
      assertTrue(left.code() <= 1, left.out() + left.err());
    }
  }

  // --- Nobody answers ---

  /** All that ask somebody: what they ask takes a connection, and never answers. */
  static Stream<Way> asking() throws Exception {
    TreeSet<String> names =
        new TreeSet<>(
            List.of(
                "a role",
                "a web identity",
                "Identity Center",
                "Identity Center, renewed",
                "aws login, renewed",
                "a container",
                "an instance"));
    return ways().filter(way -> names.contains(way.name()));
  }

  @ParameterizedTest
  @MethodSource("asking")
  void where_nobody_answers_the_wait_ends_alike(Way way) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      BothEditions editions = editions(way, url, url);
      Left left = editions.same(List.of(check(way, "en")));
      assertTrue(left.code() >= 2, left.out() + left.err());
      assertTrue(editions.slowest().compareTo(LIMIT) < 0, editions.slowest().toString());
    }
  }
}
