package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables that hold nonsense: none is a fault of ours, and each that counts is named. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class MalformedSettingsTest {
  @TempDir private Path home;

  private Trial.Result run(String variable, String value) {
    return new Trial(home)
        .with(variable, value)
        .run("check", "--region", "eu-west-1", "--endpoint-url", "http://localhost:1");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "HTTPS_PROXY, proxy:0",
    "HTTPS_PROXY, http://[::1",
    "http_proxy, ':3128'",
    "https_proxy, 'http://pro xy:3128'",
    "AWS_CA_BUNDLE, /nowhere",
    "REQUESTS_CA_BUNDLE, /nowhere",
    "AWS_ENDPOINT_URL, 'http://[::1'",
    "AWS_ENDPOINT_URL_COST_EXPLORER, here",
    "AWS_REGION, eu-west-1a",
    "AWS_PROFILE, nobody",
    "AWS_CONFIG_FILE, /dev/zero",
    "AWS_MAX_ATTEMPTS, many",
    "AWS_MAX_ATTEMPTS, 0",
    "AWS_RETRY_MODE, often",
    "AWS_USE_FIPS_ENDPOINT, perhaps",
    "AWS_USE_DUALSTACK_ENDPOINT, 1.5",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, maybe",
    "AWS_DEFAULTS_MODE, quick",
    "AWS_STS_REGIONAL_ENDPOINTS, local",
    "AWS_EC2_METADATA_DISABLED, nein",
    "AWS_METADATA_SERVICE_TIMEOUT, soon",
    "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE, IPv5",
    "AWS_ACCOUNT_ID_ENDPOINT_MODE, never",
    "AWS_REQUEST_CHECKSUM_CALCULATION, no",
    "AWS_RESPONSE_CHECKSUM_VALIDATION, no",
  })
  void what_counts_is_refused_by_its_name(String variable, String value) {
    // A Region's and an endpoint's variable count where the command line says nothing.
    Trial trial = new Trial(home).with(variable, value);
    Trial.Result result =
        variable.equals("AWS_REGION")
            ? trial.run("check")
            : trial.run("check", "--region", "eu-west-1");
    assertEquals(2, result.code(), result.all());
    assertTrue(
        result.err().contains(variable.equals("AWS_CONFIG_FILE") ? value : variable), result.err());
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "NO_PROXY, '*,,.,:80,[::1,\u0001'",
    "CI, perhaps",
    "LANG, xx_YY.nonsense",
    "LC_ALL, '../../etc'",
    "TERM, '\u0001'",
    "COLUMNS, wide",
    "AWS_ENDPOINT_URL, ''",
    "HTTPS_PROXY, ''",
    "AWS_CA_BUNDLE, ' '",
    "ALL_PROXY, socks5://x",
    "NO_COLOR, ''",
    "FIRSTDAY_LANG, klingon",
    "BROWSER, '%s%s%s'",
    "AWS_PAGER, 'less |'",
  })
  void what_does_not_count_is_passed_over(String variable, String value) {
    Trial.Result result = run(variable, value);
    assertTrue(result.code() == 3 || result.code() == 5, result.code() + result.all());
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "XDG_STATE_HOME, relative/folder",
    "XDG_STATE_HOME, /dev/null/x",
    "XDG_STATE_HOME, /proc",
    "XDG_CONFIG_HOME, /dev/null/x",
  })
  void folders_that_are_none_are_no_fault_of_ours(String variable, String value) {
    Trial.Result result =
        new Trial(home).with(variable, value).run("check", "--practice", "--step", "root-mfa");
    assertNotEquals(70, result.code(), result.all());
  }

  @Test
  void everything_that_is_wrong_is_named_at_once() {
    Trial.Result result =
        new Trial(home)
            .with("AWS_RETRY_MODE", "often")
            .with("AWS_MAX_ATTEMPTS", "many")
            .with("HTTPS_PROXY", "ftp://x")
            .run("check", "--region", "eu-west-1");
    assertTrue(result.err().lines().count() >= 2, result.err());
  }
}
