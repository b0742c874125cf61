package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may write into the files and variables of the AWS CLI, and get wrong. */
class AwsSettingsInputTest {
  /** Nobody answers there. */
  private static final String NOWHERE = "http://127.0.0.1:9";

  private final Trial trial;
  private final Path config;

  AwsSettingsInputTest(@TempDir Path home) throws IOException {
    trial = new Trial(home);
    config = home.resolve(".aws/config");
    Files.createDirectory(home.resolve(".aws"));
  }

  private Trial.Result check(String... more) {
    List<String> command = new ArrayList<>(List.of("check", "--endpoint-url", NOWHERE));
    command.addAll(List.of(more));
    return trial.run(command.toArray(String[]::new));
  }

  /** Refused with this message; the doctor says the same in one line. */
  private void refused(String message) {
    Trial.Result check = check();
    assertEquals(2, check.code(), check.all());
    assertTrue(check.err().contains(message), check.err());
    Trial.Result doctor = trial.run("doctor", "--endpoint-url", NOWHERE);
    assertEquals(0, doctor.code(), doctor.all());
    List<String> bad =
        doctor.out().lines().filter(line -> line.startsWith("[!] AWS settings: ")).toList();
    assertEquals(1, bad.size(), doctor.out());
    assertTrue(bad.getFirst().contains(message), bad.getFirst());
  }

  private void write(String text, Charset charset) throws IOException {
    Files.writeString(config, text.replace("¶", "\n"), charset);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello world¶[default] | :1: this line stands before the first profile",
        "region = us-east-1 | :1: this line stands before the first profile",
        "[default]¶region us-east-1 | :2: expected a setting",
        "[default]¶= us-east-1 | :2: expected a setting",
        "[default]¶region | :2: expected a setting",
        "[default]¶[profile other¶region = us-east-1 | :2: this header has no closing bracket",
        "[default]¶region = us-\u0007east-1 | :2: there is a control character",
        "[default]¶s3 =¶  addressing_style path | :3: expected a setting",
        "[default]¶region = us-east-1a | :2: us-east-1a is an availability zone, its Region is",
        "[default]¶region = Tokyo | :2: Tokyo is no Region; did you mean ap-northeast-1?",
        "[default]¶region = us_east_1 | :2: us_east_1 is no Region; did you mean us-east-1?",
        "[default]¶region = ap-northeast-9 | did you mean ap-northeast-1? If it is newer",
        "[default]¶region = us-east-1¶  us-west-2 | config:3: ",
        "[default]¶use_fips_endpoint = maybe | :2 use_fips_endpoint: this is maybe; expected true,",
        "[default]¶use_dualstack_endpoint = 1 | :2 use_dualstack_endpoint: this is 1; expected",
        "[default]¶disable_request_compression = 3 | :2 disable_request_compression: this is 3",
        "[default]¶defaults_mode = foo | :2 defaults_mode: this is foo; expected legacy, standard",
        "[default]¶retry_mode = hard | :2 retry_mode: this is hard; expected legacy, standard, ad",
        "[default]¶max_attempts = many | :2 max_attempts: this is many; expected 1 - 100",
        "[default]¶request_min_compression_size_bytes = -1 | size_bytes: this is -1; expected 0 -",
        "[default]¶account_id_endpoint_mode = no | :2 account_id_endpoint_mode: this is no; expec",
        "[default]¶request_checksum_calculation = x | :2 request_checksum_calculation: this is x",
        "[default]¶sts_regional_endpoints = global | :2 sts_regional_endpoints: this is global;",
        "<<<<<<< HEAD¶[default] | :1: this line stands before the first profile",
        "{\"default\": {}} | :1: this line stands before the first profile",
        "default:¶  region: us-east-1 | :1: this line stands before the first profile",
      })
  void a_file_that_cannot_be_read_is_named_with_its_line(String text, String message)
      throws IOException {
    write(text, StandardCharsets.UTF_8);
    refused(message);
  }

  @Test
  void every_line_that_is_wrong_is_told_at_once() throws IOException {
    write("[default]¶one¶region = us-east-1¶two", StandardCharsets.UTF_8);
    String said = check().err();
    assertTrue(said.contains(":2: ") && said.contains(":4: "), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "Shift_JIS"})
  void a_file_in_another_encoding_is_named(String charset) throws IOException {
    String mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
    write(mark + "[profile 開発]¶region = us-east-1", Charset.forName(charset));
    refused(":1: this is no UTF-8 text");
  }

  @Test
  void a_folder_in_place_of_a_file_is_named() throws IOException {
    Files.createDirectory(config);
    refused("config is a folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AWS_CONFIG_FILE | /dev/zero | /dev/zero is no regular file",
        "AWS_SHARED_CREDENTIALS_FILE | ~ | is a folder",
        "AWS_SHARED_CREDENTIALS_FILE | $HERE/.aws | is a folder",
        "AWS_REGION | us-east-1a | AWS_REGION: us-east-1a is an availability zone",
        "AWS_DEFAULT_REGION | Tokyo | AWS_DEFAULT_REGION: Tokyo is no Region",
        "AWS_REGION | Frankfurt | did you mean eu-central-1?",
        "AWS_REGION | 大阪 | did you mean ap-northeast-3?",
        "AWS_REGION | us-west-2-lax-1a | its Region is us-west-2",
        "AWS_REGION | aws-global | AWS_REGION: expected a Region",
        "AWS_REGION | US-EAST-1 | did you mean us-east-1?",
        "AWS_USE_FIPS_ENDPOINT | maybe | AWS_USE_FIPS_ENDPOINT: this is maybe; expected true, false",
        "AWS_USE_DUALSTACK_ENDPOINT | 1 | AWS_USE_DUALSTACK_ENDPOINT: this is 1",
        "AWS_DEFAULTS_MODE | foo | AWS_DEFAULTS_MODE: this is foo; expected legacy",
        "AWS_RETRY_MODE | 5 | AWS_RETRY_MODE: this is 5; expected legacy",
        "AWS_MAX_ATTEMPTS | abc | AWS_MAX_ATTEMPTS: this is abc; expected 1 - 100",
        "AWS_MAX_ATTEMPTS | 0 | AWS_MAX_ATTEMPTS: this is 0; expected 1 - 100",
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES | 1k | SIZE_BYTES: this is 1k; expected 0 - 1048",
        "AWS_DISABLE_REQUEST_COMPRESSION | no | AWS_DISABLE_REQUEST_COMPRESSION: this is no",
        "AWS_EC2_METADATA_DISABLED | yes | AWS_EC2_METADATA_DISABLED: this is yes",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE | v4 | this is v4; expected IPv4, IPv6",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT | 169.254.169.254 | ENDPOINT: this is 169.254.169.254;",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI | ht tp://x | FULL_URI: this is ht tp://x; expected http",
        "AWS_METADATA_SERVICE_TIMEOUT | long | AWS_METADATA_SERVICE_TIMEOUT: this is long",
        "AWS_ACCOUNT_ID_ENDPOINT_MODE | x | AWS_ACCOUNT_ID_ENDPOINT_MODE: this is x",
        "AWS_PROFILE | wrok | AWS_PROFILE wrok: there is no such profile in",
        "AWS_DEFAULT_PROFILE | bare | has the header [bare]; write it as [profile bare]",
      })
  void a_variable_is_named(String variable, String value, String message) throws IOException {
    write("[bare]¶[profile default-eu]¶[profile work]", StandardCharsets.UTF_8);
    trial.with("HERE", trial.home.toString()).with(variable, value);
    refused(message);
  }

  @Test
  void the_profiles_that_there_are_stand_in_the_order_of_likeness() throws IOException {
    write("[profile a]¶[profile production]¶[profile work]", StandardCharsets.UTF_8);
    trial.file(".aws/credentials", "[works]\naws_access_key_id = x");
    for (String[] command :
        List.of(
            new String[] {"check"},
            new String[] {"apply", "--yes"},
            new String[] {"answers"},
            new String[] {"--line"})) {
      String[] all = new String[command.length + 2];
      System.arraycopy(command, 0, all, 0, command.length);
      all[command.length] = "--profile";
      all[command.length + 1] = "wrok";
      Trial.Result result = trial.run(all);
      assertEquals(2, result.code(), String.join(" ", all) + ": " + result.all());
      assertTrue(
          result.err().contains("--profile wrok: there is no such profile in " + config + ", "),
          result.err());
      assertTrue(result.err().contains("There are: work, works, a, production"), result.err());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF[default]¶region = us-east-1",
        "[default]¶  region = us-east-1¶  output = json",
        "[default]¶region: us-east-1",
        "[ default ]¶[default]¶REGION = us-east-1",
        "[default] # home¶region = us-east-1 # near",
        "[something else]¶odd = thing¶[default]¶region = us-east-1",
        "[profile]¶x = y¶[profile 'open]¶x = y¶[default]¶region = us-east-1",
        "[default]¶output = json¶[default]¶region = us-east-1",
        "[default]\r¶region = us-east-1\r¶",
        "[DEFAULT]¶region = us-east-1¶[default]¶output = json",
        "[default]¶s3 =¶  addressing_style = path¶region = us-east-1",
        "[default]¶region =¶region = us-east-1¶cli_pager =",
        "; remark¶   # remark¶[default]¶region = us-east-1",
      })
  void what_the_aws_cli_takes_is_taken(String text) throws IOException {
    write(text, StandardCharsets.UTF_8);
    Trial.Result doctor = trial.run("doctor", "--endpoint-url", NOWHERE);
    assertTrue(doctor.out().contains("[x] Home Region: us-east-1"), doctor.all());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eusc-de-east-1", "us-gov-west-1", "cn-north-1", "mx-central-1"})
  void regions_of_every_partition_are_taken_everywhere(String region) {
    trial.with("AWS_REGION", region);
    assertTrue(trial.run("doctor", "--endpoint-url", NOWHERE).out().contains(": " + region));
    assertEquals(0, trial.run("answers", "--set", "home-region=" + region, "--practice").code());
    assertFalse(check("--region", region).code() == 2);
  }

  @Test
  void a_region_that_is_newer_than_firstday_is_taken_where_a_person_vouches_for_it() {
    Trial.Result refused = check("--region", "ap-northeast-9");
    assertEquals(2, refused.code(), refused.all());
    assertTrue(refused.err().contains("FIRSTDAY_NEW_REGIONS=ap-northeast-9"), refused.err());
    trial.with("FIRSTDAY_NEW_REGIONS", "xx-west-1, ap-northeast-9");
    assertTrue(
        trial
            .run("doctor", "--region", "ap-northeast-9", "--endpoint-url", NOWHERE)
            .out()
            .contains("[x] Home Region: ap-northeast-9"));
  }

  @Test
  void a_variable_that_an_option_outweighs_is_not_looked_at() {
    trial.with("AWS_REGION", "Tokyo");
    assertTrue(
        trial
            .run("doctor", "--region", "eu-west-1", "--endpoint-url", NOWHERE)
            .out()
            .contains("[x] Home Region: eu-west-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_REGION", "AWS_DEFAULT_REGION", "file"})
  void a_region_that_the_answers_outweigh_is_not_looked_at(String place) throws IOException {
    if (place.equals("file")) {
      write("[default]¶region = Tokyo", StandardCharsets.UTF_8);
    } else {
      trial.with(place, "Tokyo");
    }
    Path answers =
        trial.file(
            "answers.yaml",
            "home-region: eu-west-1\nsteps:\n  contact-phone: {number: \"+819012345678\"}\n");
    List<String> wanted = List.of("--answers", answers.toString(), "--endpoint-url", NOWHERE);
    List<String> doctor = new ArrayList<>(List.of("doctor"));
    doctor.addAll(wanted);
    Trial.Result result = trial.run(doctor.toArray(String[]::new));
    assertTrue(result.out().contains("[x] Home Region: eu-west-1"), result.all());
    assertEquals(2, check().code());
    assertTrue(check("--answers", answers.toString()).code() > 2);
  }

  @Test
  void practice_takes_the_same_regions_as_the_rest() {
    Trial.Result practice = trial.run("check", "--practice", "--region", "Tokyo");
    assertEquals(2, practice.code(), practice.all());
    assertTrue(
        practice.err().contains("--region: Tokyo is no Region; did you mean ap-northeast-1?"),
        practice.err());
    Trial.Result answer = trial.run("check", "--practice", "--set", "home-region=us-east-1a");
    assertEquals(2, answer.code(), answer.all());
    assertTrue(answer.err().contains("its Region is us-east-1"), answer.err());
  }

  @Test
  void an_empty_variable_is_as_good_as_none() {
    trial.with("AWS_PROFILE", "").with("AWS_REGION", " ").with("AWS_CONFIG_FILE", "");
    trial.with("AWS_DEFAULT_REGION", "eu-west-1");
    assertTrue(
        trial
            .run("doctor", "--endpoint-url", NOWHERE)
            .out()
            .contains("[x] Home Region: eu-west-1"));
  }

  @Test
  void the_accounts_file_keeps_the_same_rule() {
    Path accounts =
        trial.file(
            "accounts.yaml",
            """
            accounts:
              - role: arn:aws:iam::111111111111:role/x
                region: us-east-1a
              - role: arn:aws:iam::222222222222:role/x
                region: eusc-de-east-1
            """);
    Trial.Result check = check("--accounts", accounts.toString(), "--region", "us-east-1");
    assertEquals(2, check.code(), check.all());
    assertTrue(check.err().contains(":3: us-east-1a is an availability zone"), check.err());
    assertEquals(1, check.err().lines().count(), check.err());
  }
}
