package dev.firstday.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.operations.CallListener;
import dev.firstday.cli.Cli;
import dev.firstday.cli.Trial;
import dev.firstday.practice.Authenticator;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.terminal.AlternateScreen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An apply on a plain terminal, with a person who has a phone. */
@Timeout(60)
class PersonAtPromptTest {
  private static final Clock CLOCK = Clock.fixed(Trial.NOW, ZoneOffset.UTC);
  private static final Pattern SEED = Pattern.compile("\n    ((?:[A-Z2-7]{4} ){15}[A-Z2-7]{4})\n");
  private static final Pattern PASSWORD = Pattern.compile("shown this once:\n\n    (\\S{24})\n");

  private final Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> prompts = new ArrayList<>();
  private List<String> before = List.of();
  private final Map<String, String> environment = new HashMap<>();
  private int codes;

  PersonAtPromptTest(@TempDir Path home) {
    this.home = home;
  }

  /** Types what the prompt asks for. */
  private BufferedReader typing(Function<String, String> answer) {
    return new BufferedReader(new StringReader("")) {
      @Override
      public String readLine() {
        String all = (out.toString() + err).stripTrailing();
        String prompt = out.toString().stripTrailing();
        prompt = prompt.substring(prompt.lastIndexOf('\n') + 1).replaceAll(".*: (?=.+:$)", "");
        prompts.add(prompts.isEmpty() && all.endsWith("9012:") ? "confirm" : prompt);
        return prompts.getLast().equals("confirm") ? "9012" : answer.apply(prompt);
      }
    };
  }

  private int apply(Function<String, String> answer, String... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> arguments =
        Stream.of(
                before,
                List.of(
                    "apply",
                    "--practice",
                    "--step",
                    "admin-group",
                    "--set",
                    "admin-group.user=mio"),
                List.of(more))
            .flatMap(List::stream)
            .toList();
    return Cli.run(
        new RunEnvironment(
            environment,
            home,
            typing(answer),
            new PrintWriter(out),
            new PrintWriter(out),
            new PrintWriter(err),
            () -> true,
            CLOCK,
            time -> {},
            CallListener.NONE,
            new RunEnvironment.Ends(
                () -> true, () -> true, then -> () -> {}, Optional.of(alternate())),
            PracticeAccount::new),
        arguments.toArray(String[]::new));
  }

  /** The alternate screen of a terminal that shows what goes to standard output. */
  private AlternateScreen alternate() {
    return new AlternateScreen(
        new OutputStream() {
          @Override
          public void write(int b) {
            out.write(b);
          }
        });
  }

  /** What a terminal still shows of all that was written, its scrollback included. */
  private String kept() {
    return out.toString().replaceAll("(?s)\u001b\\[\\?1049h.*?\u001b\\[\\?1049l", "");
  }

  private int times(String sequence) {
    return out.toString().split(Pattern.quote(sequence), -1).length - 1;
  }

  private String found(Pattern pattern) {
    Matcher matcher = pattern.matcher(out.toString());
    String last = "";
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return last;
  }

  private String code(int later) {
    codes++;
    return new Authenticator(found(SEED)).code(CLOCK, later);
  }

  private String willing(String prompt) {
    return switch (prompt) {
      case "First code:" -> code(0);
      case "Next code:" -> code(1);
      case "Go on? (y/N)" -> "y";
      default -> "";
    };
  }

  private static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(c -> wide.append((char) (c - '0' + '０')));
    return wide.toString();
  }

  private void nothingKept(String... secrets) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        for (String secret : secrets) {
          assertFalse(secret.isEmpty());
          assertFalse(text.contains(secret), file.toString());
          assertFalse(text.contains(secret.replace(" ", "")), file.toString());
        }
      }
    }
    for (String secret : secrets) {
      assertFalse(err.toString().contains(secret), "standard error may go to a file");
    }
  }

  @Test
  void an_administrator_is_made_from_beginning_to_end() throws Exception {
    assertEquals(0, apply(this::willing), () -> out + "" + err);
    assertEquals(
        List.of("confirm", "First code:", "Next code:", "Press Enter when you have kept it."),
        prompts);
    assertTrue(out.toString().contains("https://123456789012.signin.aws.amazon.com/console"));
    assertTrue(out.toString().contains("1 done, 0 to do"));
    String seed = found(SEED);
    nothingKept(
        found(PASSWORD),
        seed,
        new Authenticator(seed).code(CLOCK, 0),
        new Authenticator(seed).code(CLOCK, 1));
    String journal =
        Files.readString(home.resolve(".local/state/firstday/practice/new/journal.jsonl"));
    assertTrue(journal.contains("{\"$secret\":\"one-time-password\"}"), journal);
    assertTrue(journal.contains("{\"$ask\":\"first-code\"}"), journal);
  }

  @Test
  void full_width_digits_and_blanks_are_taken() {
    int code =
        apply(
            prompt ->
                prompt.endsWith("code:")
                    ? " " + wide(willing(prompt)).replaceAll("(...)", "$1 ")
                    : willing(prompt));
    assertEquals(0, code, () -> out + "" + err);
  }

  @Test
  void what_is_no_code_is_asked_again_and_a_wrong_one_with_a_word() {
    int[] asked = {0};
    int code =
        apply(
            prompt -> {
              if (prompt.equals("First code:")) {
                asked[0]++;
                return asked[0] == 1 ? "12345" : asked[0] == 2 ? "000000" : willing(prompt);
              }
              return willing(prompt);
            });
    assertEquals(0, code, () -> out + "" + err);
    assertTrue(out.toString().contains("A code has six digits."), out.toString());
    assertTrue(out.toString().contains("AWS did not take these codes."), out.toString());
    assertEquals(1, out.toString().split("The MFA secret of mio").length - 1);
  }

  @Test
  void whoever_gives_up_goes_on_later_with_another_device() throws Exception {
    assertEquals(1, apply(prompt -> ""), () -> out + "" + err);
    assertTrue(err.toString().contains("left     Enable the MFA device of mio"), err.toString());
    String seed = found(SEED);
    assertFalse(PASSWORD.matcher(out.toString()).find(), "no password without a device");
    prompts.clear();
    assertEquals(0, apply(this::willing), () -> out + "" + err);
    assertEquals(1, prompts.stream().filter("Go on? (y/N)"::equals).count(), "device");
    assertFalse(found(SEED).equals(seed));
    nothingKept(seed, found(SEED), found(PASSWORD));
  }

  @Test
  void what_is_shown_once_is_gone_from_a_terminal_with_an_alternate_screen() {
    environment.put("TERM", "xterm-256color");
    assertEquals(0, apply(this::willing), () -> out + "" + err);
    String seed = found(SEED);
    assertTrue(out.toString().contains(found(PASSWORD)), out.toString());
    assertFalse(kept().contains(found(PASSWORD)), kept());
    assertFalse(kept().contains(seed), kept());
    // How far it is stands in a line that is written over and over.
    assertFalse(kept().replaceAll("\r?\u001b\\[(K|\\d*m)", "").contains("\u001b"), kept());
    assertTrue(kept().contains("1 done, 0 to do"), kept());
    assertFalse(out.toString().contains("stays on the screen"), out.toString());
    assertEquals(2, times("\u001b[?1049h\u001b[H\u001b[2J"), "the secret and the password");
    assertEquals(2, times("\u001b[?1049l"));
  }

  @Test
  void the_alternate_screen_is_left_when_asking_fails() {
    environment.put("TERM", "xterm-256color");
    apply(
        prompt -> {
          throw new IllegalStateException("at the code");
        });
    assertEquals(1, times("\u001b[?1049h"));
    assertEquals(1, times("\u001b[?1049l"));
    assertFalse(kept().contains(found(SEED)), kept());
  }

  @Test
  void a_secret_that_is_gone_is_shown_again_where_its_codes_were_wrong() {
    environment.put("TERM", "xterm-256color");
    int[] asked = {0};
    int code =
        apply(
            prompt -> prompt.equals("First code:") && asked[0]++ == 0 ? "000000" : willing(prompt));
    assertEquals(0, code, () -> out + "" + err);
    assertEquals(2, times("The MFA secret of mio"));
    assertFalse(kept().contains(found(SEED)), kept());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM=dumb", "ACCESSIBLE=1", "FIRSTDAY_ACCESSIBLE=1", "--accessible"})
  void where_there_is_no_such_screen_it_is_said_that_it_stays_and_how_to_clear_it(String how) {
    environment.put("TERM", "xterm-256color");
    if (how.contains("=")) {
      environment.put(how.split("=")[0], how.split("=")[1]);
    } else {
      before = List.of(how);
    }
    assertEquals(0, apply(this::willing), () -> out + "" + err);
    assertEquals(0, times("\u001b"));
    assertEquals(2, times("This stays on the screen"), out.toString());
    assertTrue(out.toString().contains("cls on Windows"), out.toString());
  }

  @Test
  void it_is_said_in_Japanese_too() {
    environment.put("LC_ALL", "C.UTF-8");
    apply(prompt -> prompts.size() == 1 ? "9012" : "", "--lang", "ja");
    assertEquals(1, times("この内容は画面と"), out.toString());
  }

  @Test
  void with_yes_nobody_is_asked_and_no_password_is_made() {
    assertEquals(1, apply(prompt -> "", "--yes"));
    assertEquals(List.of(), prompts);
    assertTrue(
        err.toString().contains("left out, for it needs you: Give mio a one-time password"),
        err.toString());
    assertTrue(out.toString().contains("1 waiting"), out.toString());
  }
}
