package dev.firstday.tui.screens.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.firstday.catalog.Language;
import dev.firstday.practice.Authenticator;
import dev.firstday.practice.Scenario;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Accounts;
import dev.firstday.tui.Driver;
import dev.firstday.tui.SetClock;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Size;
import dev.firstday.tui.widgets.Span;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator made in the wizard: password page, QR code, two codes. */
@Timeout(60)
class EnrolScreenTest {
  private static final Pattern URI =
      Pattern.compile(
          "otpauth://totp/(?<issuer>[^:]+):(?<user>.+)@123456789012"
              + "\\?secret=(?<seed>[A-Z2-7]+)&issuer=\\k<issuer>");

  private final SetClock clock = new SetClock();

  private Driver wizard(String user, Size size, Glyphs glyphs, Language language) {
    Map<String, String> answers = new HashMap<>(Map.of("admin-group.user", user));
    Driver wizard =
        new Driver(
            Accounts.practice(Accounts.ADMIN, Scenario.NEW, answers, clock),
            clock,
            language,
            size,
            glyphs) {
          @Override
          public Executor background() {
            return work -> Thread.ofVirtual().start(work);
          }
        };
    wizard.app.start();
    until(
        wizard,
        () ->
            wizard.top() instanceof StepState.StepList
                && !wizard.app.model().checking()
                && wizard.app.model().steps().getFirst().verdict().isPresent());
    wizard.type("a");
    until(wizard, () -> wizard.top() instanceof PlanState.Planning);
    clock.forward(Duration.ofSeconds(1));
    wizard.type("9012").press(Key.ENTER);
    return wizard;
  }

  private static void until(Driver wizard, BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!there.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, wizard::text);
      wizard.settle();
      Thread.onSpinWait();
    }
  }

  private Driver enrolling(String user, Size size, Glyphs glyphs) {
    Driver wizard = wizard(user, size, glyphs, Language.EN);
    until(wizard, () -> wizard.top() instanceof PromptState.Enrolling);
    return wizard;
  }

  /** The device is enabled, and the password, which comes last, is shown. */
  private Driver enrolled() {
    Driver wizard = enrolling(new Size(80, 24));
    Authenticator app = new Authenticator(seed(wizard));
    wizard.type(app.code(clock, 0)).press(Key.ENTER).type(app.code(clock, 1)).press(Key.ENTER);
    until(wizard, () -> wizard.top() instanceof PromptState.Password);
    return wizard;
  }

  private Driver enrolling(Size size) {
    return enrolling("mio", size, Glyphs.UNICODE);
  }

  /** What a phone reads from the cells that carry a code. */
  private static String scanned(Driver wizard) throws Exception {
    List<String> rows =
        wizard.frame().lines().stream()
            .flatMap(line -> line.spans().stream())
            .filter(span -> span.role() == Role.QR)
            .map(Span::text)
            .toList();
    int scale = 4;
    int width = rows.getFirst().length() * scale;
    int height = rows.size() * 2 * scale;
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, 0);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        char cell = rows.get(y / scale / 2).charAt(x / scale);
        boolean top = y / scale % 2 == 0;
        boolean light = cell == '█' || cell == (top ? '▀' : '▄');
        pixels[y * width + x] = light ? 0xffffff : 0;
      }
    }
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private static String seed(Driver wizard) {
    return ((PromptState.Enrolling) wizard.top()).enrolment().seed().text();
  }

  @ParameterizedTest
  @CsvSource({
    "mio, 80, 24, AWS",
    "mio, 120, 35, Amazon%20Web%20Services",
    "tanaka.aoi@example.com, 80, 24, AWS",
    "tanaka.aoi@example.com, 120, 35, Amazon%20Web%20Services"
  })
  void a_phone_reads_the_code_from_the_cells(String user, int columns, int rows, String issuer)
      throws Exception {
    Driver wizard = enrolling(user, new Size(columns, rows), Glyphs.UNICODE);
    Matcher uri = URI.matcher(scanned(wizard));
    assertTrue(uri.matches());
    assertEquals(issuer, uri.group("issuer"));
    assertEquals(user.replace("@", "%40"), uri.group("user"));
    assertEquals(seed(wizard), uri.group("seed"));
    assertTrue(
        wizard.text().replaceAll("[^A-Z2-7]", "").contains(seed(wizard).substring(0, 8)),
        "as text too");
    assertTrue(wizard.text().contains("First code"), wizard.text());
    assertTrue(wizard.text().contains("Next code"), wizard.text());
    assertEquals(rows, wizard.frame().lines().size());
  }

  @ParameterizedTest
  @CsvSource({"80, 24, ASCII", "60, 20, UNICODE", "40, 12, UNICODE"})
  void where_it_cannot_be_drawn_there_is_text_alone(int columns, int rows, Glyphs glyphs) {
    Driver wizard = enrolling("mio", new Size(columns, rows), glyphs);
    assertTrue(
        wizard.frame().lines().stream()
            .flatMap(line -> line.spans().stream())
            .noneMatch(span -> span.role() == Role.QR));
    assertTrue(wizard.text().contains("First code"), wizard.text());
  }

  @Test
  void two_codes_typed_full_width_enable_the_device() {
    Driver wizard = enrolling(new Size(80, 24));
    Authenticator app = new Authenticator(seed(wizard));
    wizard.type("000000").press(Key.ENTER).type("111111").press(Key.ENTER);
    until(
        wizard,
        () -> wizard.top() instanceof PromptState.Enrolling again && again.refused().isPresent());
    assertTrue(wizard.text().contains("did not take"), wizard.text());
    StringBuilder wide = new StringBuilder();
    app.code(clock, 0).chars().forEach(c -> wide.append((char) (c - '0' + '０')));
    wizard.type(wide.toString()).press(Key.ENTER).paste(" " + app.code(clock, 1) + "\n");
    wizard.press(Key.ENTER);
    until(wizard, () -> wizard.top() instanceof PromptState.Password);
    wizard.press(Key.ENTER);
    until(wizard, () -> wizard.top() instanceof PlanState.Result);
    assertTrue(wizard.text().contains("A second look"), wizard.text());
  }

  @Test
  void the_password_is_shown_once_and_gone_from_every_frame() {
    Driver wizard = enrolled();
    String password = ((PromptState.Password) wizard.top()).password().password().text();
    assertTrue(wizard.text().contains(password), wizard.text());
    wizard.press(Key.ESCAPE);
    assertTrue(wizard.text().contains(password), "Esc does not lose it");
    wizard.press(Key.ENTER);
    until(wizard, () -> wizard.top() instanceof PlanState.Result);
    assertFalse(wizard.text().contains(password), wizard.text());
    assertFalse(wizard.app.view().toString().contains(password));
  }

  @Test
  void a_device_that_is_given_up_leaves_nothing_of_its_seed_and_no_password() {
    Driver wizard = enrolling(new Size(80, 24));
    String seed = seed(wizard);
    wizard.press(Key.ESCAPE);
    assertFalse(wizard.text().contains(seed.substring(0, 4) + " "), "hidden by the question");
    wizard.press(Key.ENTER);
    until(wizard, () -> wizard.top() instanceof PlanState.Result);
    assertFalse(wizard.text().contains(seed.substring(0, 9).replaceAll("(....)", "$1 ")));
    assertTrue(wizard.text().contains("what needs you"), wizard.text());
    assertFalse(wizard.app.view().toString().contains(seed));
  }

  @Test
  void what_is_no_code_stays_on_the_page() {
    Driver wizard = enrolling(new Size(80, 24));
    wizard.type("12ab3").press(Key.ENTER);
    assertTrue(wizard.text().contains("A code has six digits."), wizard.text());
    wizard.press(Key.ESCAPE, Key.ESCAPE).type("456");
    assertEquals("123456", ((PromptState.Enrolling) wizard.top()).first().text());
  }
}
