package dev.firstday.aws.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.catalog.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expired credentials are renewed where they came from. */
class RenewalTest {
  private final Path home;

  private static final String CONFIG =
      """
      [default]
      login_session = arn:aws:iam::123456789012:user/aoi
      [profile work]
      login_session = arn:aws:iam::123456789012:user/aoi
      [profile team]
      sso_session = team
      [profile old]
      sso_start_url = https://example.awsapps.com/start
      [profile deploy]
      role_arn = arn:aws:iam::123456789012:role/deploy
      source_profile = team
      [profile itself]
      role_arn = arn:aws:iam::123456789012:role/deploy
      source_profile = itself
      aws_access_key_id = x
      [profile program]
      credential_process = get-keys
      [profile keys]
      aws_access_key_id = x
      """;

  RenewalTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), CONFIG);
  }

  private Note of(String profile, boolean chosen, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    if (!chosen) {
      variables.put("AWS_PROFILE", profile);
    }
    return Renewal.of(
        AwsSettings.read(variables, home, Optional.of(profile).filter(name -> chosen)));
  }

  private Note of(String profile) {
    return of(profile, true, Map.of());
  }

  private static Note command(String command) {
    return Note.of("remedy.EXPIRED.command", command);
  }

  @Test
  void a_session_of_aws_login_is_renewed_by_it() {
    assertEquals(command("aws login"), of("default"));
    assertEquals(command("aws login --profile work"), of("work"));
  }

  @Test
  void identity_center_has_a_command_of_its_own_also_behind_a_role() {
    assertEquals(command("aws sso login --profile team"), of("team"));
    assertEquals(command("aws sso login --profile old"), of("old"));
    assertEquals(command("aws sso login --profile team"), of("deploy"));
  }

  @Test
  void keys_and_programs_are_named_by_their_profile() {
    assertEquals(Note.of("remedy.EXPIRED.profile", "keys"), of("keys"));
    assertEquals(Note.of("remedy.EXPIRED.profile", "itself"), of("itself"));
    assertEquals(Note.of("remedy.EXPIRED.process", "program"), of("program"));
  }

  @Test
  void environment_variables_come_before_a_profile_that_nobody_chose() {
    Map<String, String> keys = Map.of("AWS_ACCESS_KEY_ID", "x");
    assertEquals(Note.of("remedy.EXPIRED.environment"), of("default", false, keys));
    assertEquals(command("aws login"), of("default", true, keys));
  }

  @Test
  void cloudshell_and_the_rest() {
    Map<String, String> shell =
        Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost:1338/credentials");
    Path empty = home.resolve("empty");
    assertEquals(
        Note.of("remedy.EXPIRED.container"),
        Renewal.of(AwsSettings.read(shell, empty, Optional.empty())));
    assertEquals(
        Note.of("remedy.EXPIRED"), Renewal.of(AwsSettings.read(Map.of(), empty, Optional.empty())));
  }
}
