package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The Region of a sign-in, where nothing but the profile of the command line names one: a proxy
 * that lets nothing through hears which host is wanted.
 */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SignInRegionTest {
  private static final String SESSION = "arn:aws:iam::123456789012:user/alice";

  @TempDir private Path home;

  /** The host that a check with the profile named a wants first. */
  private String wanted(String profile) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"), "[profile a]\nregion = eu-west-3\n" + profile + "\n");
    try (TestProxy proxy = new TestProxy(Optional.of("somebody:else"))) {
      Trial.Result result =
          new Trial(home)
              .with("HTTPS_PROXY", "http://localhost:" + proxy.port())
              .with("AWS_LOGIN_CACHE_DIRECTORY", home.resolve("cache").toString())
              .run("check", "--profile", "a", "--step", "password-policy");
      assertTrue(result.code() > 2, result.all());
      assertTrue(!proxy.requests.isEmpty(), result.all());
      return proxy.requests.element().lines().findFirst().orElse("").split(" ")[1];
    }
  }

  @Test
  void a_web_identity_signs_in_in_the_region_of_the_named_profile() throws IOException {
    Path token = Files.writeString(home.resolve("token"), "t");
    assertEquals(
        "sts.eu-west-3.amazonaws.com:443",
        wanted("role_arn = arn:aws:iam::123456789012:role/r\nweb_identity_token_file = " + token));
  }

  @Test
  void a_session_of_aws_login_is_renewed_in_the_region_of_the_named_profile() throws Exception {
    Path file = home.resolve("cache").resolve(LoginSession.fileName(SESSION));
    Files.createDirectories(file.getParent());
    Files.writeString(file, LoginSession.json("2020-01-01T00:00:00Z"));
    assertEquals("eu-west-3.signin.aws.amazon.com:443", wanted("login_session = " + SESSION));
  }
}
