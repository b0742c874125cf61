package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.moto.MotoServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which account a profile leads to, on moto, which has as many accounts as there are roles. */
class ProfilesOnMotoIT {
  private static final String OURS = "123456789012";
  private static final String OTHER = "999999999999";
  private static final String[] STEP = {"--step", "password-policy"};

  private final String moto = MotoServer.quick().toString();
  private final Trial keys;

  ProfilesOnMotoIT(@TempDir Path home) {
    keys = new Trial(home);
    keys.with("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE00000001").with("AWS_SECRET_ACCESS_KEY", "s");
    keys.file(
        ".aws/config",
        """
        [profile other]
        region = ap-northeast-1
        role_arn = arn:aws:iam::999999999999:role/admin
        source_profile = src
        [profile mfa]
        region = ap-northeast-1
        role_arn = arn:aws:iam::999999999999:role/admin
        source_profile = src
        mfa_serial = arn:aws:iam::123456789012:mfa/aoi
        [profile plain]
        region = ap-northeast-1
        """);
    keys.file(
        ".aws/credentials",
        "[src]\naws_access_key_id = AKIAEXAMPLE00000002\naws_secret_access_key = s\n");
  }

  private Trial.Result run(String... command) {
    String[] all = new String[command.length + 4];
    System.arraycopy(command, 0, all, 0, command.length);
    all[command.length] = "--endpoint-url";
    all[command.length + 1] = moto;
    all[command.length + 2] = STEP[0];
    all[command.length + 3] = STEP[1];
    return keys.run(all);
  }

  private void stands(String account, String verdict, String... option) {
    String[] command = new String[option.length + 3];
    System.arraycopy(option, 0, command, 3, option.length);
    command[0] = "check";
    command[1] = "--output";
    command[2] = "json";
    Trial.Result check = run(command);
    JsonNode json = JsonOf.text(check.out());
    assertEquals(account, json.get("account").asText(), check.out());
    assertEquals(verdict, JsonOf.step(json, "password-policy").get("verdict").asText());
  }

  @Test
  void apply_writes_into_the_account_of_the_named_profile_and_into_no_other() {
    Trial.Result apply = run("apply", "--profile", "other", "--yes");
    assertEquals(0, apply.code(), apply.all());
    assertTrue(apply.out().contains(OTHER), apply.out());
    assertTrue(keys.calls().contains("UpdateAccountPasswordPolicy"), keys.calls().toString());
    stands(OTHER, "DONE", "--profile", "other");
    stands(OURS, "TODO", "--region", "ap-northeast-1");
  }

  @Test
  void keys_in_the_environment_win_over_a_profile_that_a_variable_names() {
    keys.with("AWS_PROFILE", "other");
    stands(OURS, "TODO");
  }

  @Test
  void the_wizard_and_a_check_of_many_accounts_use_the_named_profile_too() {
    Trial.Result lines = keys.run("--line", "--profile", "other", "--endpoint-url", moto);
    assertTrue(lines.out().contains(OTHER), lines.all());
    assertFalse(lines.out().contains(OURS), lines.all());
    Path accounts =
        keys.file("a.yaml", "accounts:\n  - {role: \"arn:aws:iam::111122223333:role/look\"}\n");
    Trial.Result many = run("check", "--accounts", accounts.toString(), "--profile", "plain");
    assertEquals(3, many.code(), many.all());
    assertTrue(many.out().contains("Profile plain names no credentials"), many.all());
    Trial.Result through = run("check", "--accounts", accounts.toString(), "--profile", "other");
    assertEquals(1, through.code(), through.all());
  }

  @Test
  void a_role_that_wants_a_code_asks_whoever_sits_there() {
    Trial.Result alone = run("check", "--profile", "mfa");
    assertEquals(5, alone.code(), alone.all());
    assertTrue(alone.err().contains("Start firstday on a terminal"), alone.err());
    keys.typing("12345a\n６５４ 321\n");
    Trial.Result asked = run("check", "--profile", "mfa");
    assertEquals(1, asked.code(), asked.all());
    assertTrue(asked.out().contains(OTHER), asked.out());
    assertTrue(
        asked
            .err()
            .contains("Code of the MFA device arn:aws:iam::123456789012:mfa/aoi for profile mfa: "),
        asked.err());
    assertTrue(asked.err().contains("six digits"), asked.err());
    assertFalse(asked.all().contains("654321"), asked.all());
  }

  @Test
  void the_line_wizard_asks_for_the_code_before_it_talks() {
    keys.typing("123456\n1\nn\n");
    Trial.Result lines = keys.run("--line", "--profile", "mfa", "--endpoint-url", moto);
    assertTrue(lines.err().startsWith("Code of the MFA device"), lines.all());
    assertTrue(lines.out().contains(OTHER), lines.all());
  }

  /** A process of its own: the SDK reads the files and variables of its process by itself. */
  @Test
  @Tag("binary")
  void what_the_sdk_cannot_read_is_no_hindrance() throws Exception {
    keys.file(".aws/config", "\uFEFF[default]\n  region: ap-northeast-1\n  output = json\n");
    keys.file(
        ".aws/credentials",
        "\uFEFF[default]\naws_access_key_id: AKIAEXAMPLE00000001\naws_secret_access_key = s\n");
    ProcessBuilder check =
        new ProcessBuilder(
            Program.firstday(
                "check", "--endpoint-url", moto, STEP[0], STEP[1], "--output", "json"));
    check.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    check.environment().put("HOME", keys.home.toString());
    for (String empty :
        List.of(
            "AWS_PROFILE",
            "AWS_MAX_ATTEMPTS",
            "AWS_USE_FIPS_ENDPOINT",
            "AWS_USE_DUALSTACK_ENDPOINT",
            "AWS_DEFAULTS_MODE",
            "AWS_DISABLE_REQUEST_COMPRESSION",
            "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
            "AWS_ACCOUNT_ID_ENDPOINT_MODE")) {
      check.environment().put(empty, "");
    }
    Path err = keys.home.resolve("err.txt");
    Process process = check.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor(), Files.readString(err));
    assertEquals(OURS, JsonOf.text(out).get("account").asText());
  }
}
