package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.terminal.Glyphs;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing moves by itself but the seconds of an apply, and of a wait that is so long that it can be
 * left. Whoever adds something that goes by time says here what for.
 */
class MotionTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/firstday");

  /** What can wait for a while or come back by itself. */
  private static final Pattern TIME =
      Pattern.compile(
          "\\bThread(\\.|::)sleep\\b|\\bpark(Nanos|Until)\\b|\\bScheduled|scheduleAt|scheduleWith"
              + "|\\bTimer(Task)?\\b|TimeUnit\\.(NANO|MICRO|MILLI)?SECONDS|TimeUnit\\.MINUTES"
              + "|delayedExecutor|orTimeout|completeOnTimeout|Animation|BLINK|033\\[[56]m");

  private static final Map<String, String> MAY =
      Map.ofEntries(
          Map.entry("Account.java", "asks again for what AWS makes while we wait"),
          Map.entry("RateLimiter.java", "keeps to AWS's documented rates"),
          Map.entry("SdkClients.java", "the SDK's own limits of time"),
          Map.entry("SlowCallWatch.java", "tells that a call takes long"),
          Map.entry("CredentialProcess.java", "how long a program may take to answer"),
          Map.entry("TimeLimit.java", "how long a sign-in may take"),
          Map.entry("SessionFactory.java", "an apply waits until AWS knows what was made"),
          Map.entry("Main.java", "check --watch looks again after minutes"),
          Map.entry("PermissionCheck.java", "how long a plan waits for the test of its rights"),
          Map.entry("Session.java", "the same where nobody says how to wait"),
          Map.entry("BackgroundWork.java", "looks whether a person wants to leave"),
          Map.entry("PracticeLatency.java", "answers as late as AWS does"),
          Map.entry("ExternalProgram.java", "how long an opener or a helper may take"),
          Map.entry("SignIn.java", "gives an account the way to wait"),
          Map.entry("OtherAccount.java", "gives another account the way to wait"),
          Map.entry("FullScreen.java", "a lock at the end"),
          Map.entry("GlyphProbe.java", "a terminal that answers nothing"),
          Map.entry("Input.java", "tells a lone Escape from a sequence"),
          Map.entry("Wizard.java", "wakes a screen when it has asked for it"));

  /** The pages among the scenes on which seconds are counted: an apply, a sign-in that hangs. */
  private static final Set<Class<?>> COUNTING =
      Set.of(PlanState.Applying.class, StartState.Welcome.class);

  /** The pages that ask to be woken. */
  private static final Map<String, String> WAKE =
      Map.of(
          "ApplyScreen.java", "counts the seconds of an apply",
          "ByHandScreen.java", "looks whether a person has done it");

  /** Braille, halves and quarters of circles and blocks, clocks; or a bar that turns. */
  private static final Pattern SPINNER =
      Pattern.compile(
          "[\\x{2800}-\\x{28FF}\\x{25D0}-\\x{25D7}\\x{25F0}-\\x{25F7}\\x{2596}-\\x{259F}"
              + "\\x{1F550}-\\x{1F567}]|u28[0-9a-fA-F]{2}|\\|['\", ]*/['\", ]*-['\", ]*\\\\\\\\");

  @Test
  void only_who_says_what_for_goes_by_time() throws IOException {
    assertEquals(new TreeSet<>(MAY.keySet()), having(TIME));
  }

  @Test
  void only_two_pages_are_woken() throws IOException {
    Set<String> all = having(Pattern.compile("@Override\\s+public Optional<Instant> wakeAt\\(\\)"));
    assertEquals(new TreeSet<>(WAKE.keySet()), all);
  }

  @Test
  void nothing_turns() throws IOException {
    for (String spinner : List.of("⠋⠙⠹", "◐◓", "\"|/-\\\\\"", "{'|', '/', '-', '\\\\'}")) {
      assertTrue(SPINNER.matcher(spinner).find(), spinner);
    }
    assertEquals(Set.of(), having(SPINNER));
  }

  private static Set<String> having(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> pattern.matcher(read(file)).find())
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void only_an_apply_and_a_long_wait_count_seconds() {
    assertEquals(
        COUNTING,
        pages(
            wizard ->
                wizard.app.wakeAt().equals(Optional.of(wizard.clock.instant().plusSeconds(1)))));
  }

  @Test
  void where_nothing_may_move_no_page_changes_with_time() {
    assertEquals(COUNTING, pages(wizard -> !later(wizard, false).equals(later(wizard, false))));
    assertEquals(Set.of(), pages(wizard -> !later(wizard, true).equals(later(wizard, true))));
  }

  /** The text of a page two seconds later. */
  private static List<String> later(Driver wizard, boolean still) {
    wizard.clock.forward(Duration.ofSeconds(2));
    Model model = wizard.app.model();
    DisplayPreferences look = still ? model.look().asStill() : model.look();
    return new PageLayout(wizard.app.view(), Models.look(look, model))
        .frame().lines().stream().map(Line::text).toList();
  }

  /** The pages of which something holds. */
  private static Set<Class<?>> pages(Predicate<Driver> moving) {
    return Scene.all().stream()
        .map(scene -> scene.in(Language.EN, new Size(80, 24), Glyphs.UNICODE))
        .filter(moving)
        .map(wizard -> wizard.top().getClass())
        .collect(Collectors.toSet());
  }
}
