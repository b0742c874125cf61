package dev.firstday.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real program as a process where the locale is this or that, whether or not the machine has
 * it: through the launcher, which gives Java another one, and by {@code java -jar}, which doesn't.
 */
@Tag("binary")
@DisabledOnOs(OS.WINDOWS)
class LocalesIT {
  private static final String[] NAMED = {
    "--practice",
    "--step=alternate-contacts",
    "--set=email=a@example.com",
    "--set=alternate-contacts.name=田中 Zoë",
    "--set=alternate-contacts.title=Operations",
    "--set=alternate-contacts.phone=+81312345678",
    "--set=account-alias.alias=acme-dev"
  };

  private @TempDir Path home;

  private record Ended(int code, byte[] out, byte[] err) {
    /** What it said, on which no byte is wrong. */
    String all() {
      return text(out) + text(err);
    }

    private static String text(byte[] bytes) {
      try {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new AssertionError("not UTF-8: " + new String(bytes, UTF_8), e);
      }
    }
  }

  private Ended run(boolean launcher, Map<String, String> locale, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(launcher ? launched() : bare());
    command.addAll(List.of(arguments));
    Path err = Files.createTempFile(home, "err", "");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", home.toString());
    builder.environment().putAll(locale);
    Process process = builder.start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    return new Ended(process.waitFor(), out, Files.readAllBytes(err));
  }

  /** As somebody starts it: the launcher, or the binary, which needs none. */
  private static List<String> launched() {
    return Edition.onJvm()
        ? List.of("/bin/sh", Packed.folder().resolve("bin/firstday").toString())
        : Edition.command();
  }

  /** Without a launcher, which knows a locale by its variables. */
  private static List<String> bare() {
    assumeTrue(Edition.onJvm(), "a binary has no launcher to do without");
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    Path options = Packed.folder().resolve("bin/java.options");
    return List.of(java, "@" + options, "-jar", Packed.jar().toString());
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  @ParameterizedTest
  @CsvSource({"true, C", "false, ja_JP.eucJP"})
  void English_in_ASCII_where_the_locale_is_not_UTF_8(boolean launcher, String lang)
      throws Exception {
    assertAsciiIn(launcher, lang);
  }

  /** More locales that mean the same to the launcher and to Java as those above. */
  @ParameterizedTest
  @Tag("full")
  @CsvSource({"true, POSIX", "true, ja_JP.eucJP", "true, ''", "false, C"})
  void English_in_ASCII_where_another_locale_is_not_UTF_8(boolean launcher, String lang)
      throws Exception {
    assertAsciiIn(launcher, lang);
  }

  private void assertAsciiIn(boolean launcher, String lang) throws Exception {
    Map<String, String> locale = new TreeMap<>(Map.of("LANG", lang));
    Ended help = run(launcher, locale, "--help");
    assertEquals(0, help.code());
    assertTrue(help.all().startsWith("Takes you through the first day"), help.all());
    Ended check = run(launcher, locale, "check", "--practice", "--lang=ja");
    assertEquals(1, check.code());
    assertTrue(check.all().contains("The root user has no MFA."), check.all());
    Ended unknown = run(launcher, locale, "check", "--practice", "--step=手順");
    assertEquals(2, unknown.code());
    for (Ended ended : List.of(help, check, unknown)) {
      assertTrue(ascii(ended.all()), ended.all());
      assertFalse(ended.all().contains("?"), ended.all());
    }
    if (launcher) {
      assertTrue(unknown.all().contains("\\u624b\\u9806"), unknown.all());
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void Japanese_where_the_locale_is_UTF_8_even_if_the_machine_does_not_have_it(boolean launcher)
      throws Exception {
    Map<String, String> locale = Map.of("LANG", "ja_JP.UTF-8");
    String help = run(launcher, locale, "--help").all();
    assertTrue(help.startsWith("新しいAWSアカウントの初日を案内します。"), help);
    String check = run(launcher, locale, "check", "--practice").all();
    assertTrue(check.contains("練習用"), check);
    assertFalse(check.contains("?"), check);
    String wizard = run(launcher, locale, "--practice").all();
    assertTrue(wizard.contains("間違いありませんか"), wizard);
    String doctor = run(launcher, locale, "doctor", "--practice").all();
    assertFalse(doctor.contains("ASCII"), doctor);
  }

  @Test
  void lines_of_the_wizard_are_ASCII_too() throws Exception {
    Ended wizard = run(true, Map.of("LC_ALL", "C", "LANG", "ja_JP.UTF-8"), "--practice");
    assertEquals(130, wizard.code());
    assertTrue(wizard.all().contains("Is this the account you want to set up?"), wizard.all());
    assertTrue(ascii(wizard.all()), wizard.all());
  }

  @Test
  void what_somebody_has_named_is_told_by_numbers_where_it_has_no_other_form() throws Exception {
    String plan = run(true, Map.of("LANG", "C"), args("plan")).all();
    assertTrue(plan.contains("\\u7530\\u4e2d Zoe"), plan);
    assertTrue(ascii(plan), plan);
    assertTrue(run(true, Map.of("LANG", "C.UTF-8"), args("plan")).all().contains("田中 Zoë"));
  }

  /** Another program reads them, perhaps on another machine. */
  @Test
  void documents_are_UTF_8_and_in_the_language_that_was_wanted() throws Exception {
    Map<String, String> c = Map.of("LANG", "C");
    Map<String, String> utf8 = Map.of("LANG", "C.UTF-8");
    for (String output : List.of("json", "aws-cli")) {
      String[] arguments = args("plan", "--output", output, "--lang=ja");
      Ended plan = run(true, c, arguments);
      assertTrue(plan.all().contains("田中 Zoë"), plan.all());
      assertEquals(run(true, utf8, arguments).all(), plan.all());
    }
    Path report = home.resolve("報告.html");
    Ended told =
        run(true, c, "report", "--practice", "--format=html", "--lang=ja", "--out=" + report);
    assertTrue(told.all().contains("\\u5831\\u544a.html"), told.all());
    assertTrue(Files.readString(report).contains("パスワードポリシー"), "read as UTF-8");
    String junit = run(true, c, "check", "--practice", "--output=junit", "--lang=ja").all();
    assertTrue(junit.contains("encoding=\"UTF-8\"") && junit.contains("ルートユーザー"), junit);
    String answers = run(true, c, "answers", "--practice", "--lang=ja").all();
    assertFalse(ascii(answers), answers);
  }

  @Test
  void doctor_says_why_there_is_no_more_than_ASCII() throws Exception {
    String doctor = run(true, Map.of("LANG", "ja_JP.eucJP"), "doctor", "--practice").all();
    assertTrue(doctor.contains("ASCII only: the locale is not UTF-8 (LC_ALL,"), doctor);
  }

  private static String[] args(String command, String... more) {
    return Stream.of(Stream.of(command), Stream.of(NAMED), Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }
}
