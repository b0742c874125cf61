package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.browser.Chromium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML report as a browser shows it. */
class ReportInBrowserIT {
  private static final Path PICTURE = Path.of("docs/report.png");

  private static Chromium browser;
  private static Path home;

  @BeforeAll
  static void start(@TempDir Path folder, @TempDir Path profile) {
    browser = Chromium.start(profile);
    home = folder;
    Trial firstday = new Trial(home);
    assertTrue(firstday.answered("apply", "--practice=half-done", "--yes").code() <= 1);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** The report on an account in which much was done. */
  private static Path report(String language) {
    Path file = home.resolve("report." + language + ".html");
    Trial.Result result =
        new Trial(home)
            .run(
                "report",
                "--practice=half-done",
                "--format",
                "html",
                "--lang",
                language,
                "--out",
                file.toString());
    assertEquals(0, result.code(), result.err());
    return file;
  }

  @ParameterizedTest
  @CsvSource({"en, 1200, light", "en, 400, dark", "ja, 1200, dark", "ja, 400, light"})
  void asks_for_nothing_and_fits(String language, int width, String colours) {
    Path file = report(language);
    browser.open(file, width, colours);
    String own = file.toUri().toString();
    assertTrue(browser.requests().contains(own), browser.requests().toString());
    assertEquals(
        List.of(),
        browser.requests().stream()
            .filter(url -> !url.equals(own) && !url.startsWith("data:"))
            .toList());
    assertEquals(List.of(), browser.console());
    JsonNode size = browser.value("[document.documentElement.scrollWidth, innerWidth]");
    assertTrue(size.get(0).asInt() <= size.get(1).asInt(), "scrolls sideways: " + size);
    assertEquals(width, size.get(1).asInt());
    assertEquals(language, browser.value("document.documentElement.lang").asText());
    String ground = browser.value("getComputedStyle(document.body).backgroundColor").asText();
    assertEquals(colours.equals("dark") ? "rgb(18, 23, 30)" : "rgb(255, 255, 255)", ground);
  }

  // Both languages, both widths and both colours once: axe takes seconds for each.
  @ParameterizedTest
  @CsvSource({"en, 1200, light", "ja, 400, dark"})
  void is_accessible(String language, int width, String colours) {
    browser.open(report(language), width, colours);
    assertEquals(List.of(), browser.violations());
  }

  @Test
  void axe_finds_what_is_wrong() throws IOException {
    Path file = home.resolve("bad.html");
    Files.writeString(
        file,
        Files.readString(report("en"))
            .replace("--soft: #4a5666", "--soft: #cccccc")
            .replace("<html lang=\"en\">", "<html>"));
    browser.open(file, 1200, "light");
    String violations = browser.violations().toString();
    assertTrue(violations.contains("color-contrast"), violations);
    assertTrue(violations.contains("html-has-lang"), violations);
  }

  @Test
  void can_be_printed() {
    browser.open(report("ja"), 1200, "dark");
    byte[] pdf = browser.printed();
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    browser.call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertEquals(
        "rgb(255, 255, 255)",
        browser.value("getComputedStyle(document.body).backgroundColor").asText());
    assertEquals(
        "visible",
        browser.value("getComputedStyle(document.querySelector('.wide')).overflowX").asText());
  }

  /** Current browsers collapse spaces in an SVG unless its style keeps them. */
  @ParameterizedTest
  @ValueSource(strings = {"list", "presets", "step", "plan", "mfa", "ending"})
  void a_picture_of_a_screen_has_each_character_in_its_column(String name) {
    browser.open(Path.of("docs/screens", name + ".svg"), 1200, "dark");
    String misplaced =
        """
        JSON.stringify([...document.querySelectorAll('text')].filter(text => {
          const x = Number(text.getAttribute('x'));
          const whole = text.getNumberOfChars() === text.textContent.length;
          const cell = Number(text.getAttribute('textLength')) / text.textContent.length;
          return !whole || [...text.textContent].some((c, i) =>
            c > ' ' && c <= '~' && Math.abs(text.getStartPositionOfChar(i).x - x - i * cell) > 2);
        }).map(text => text.textContent))
        """;
    assertEquals("[]", browser.value(misplaced).asText());
    assertTrue(browser.value("document.querySelectorAll('text').length").asInt() > 20);
  }

  @Test
  void has_a_picture_in_the_documentation() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      browser.open(report("en"), 1000, "light");
      Files.write(PICTURE, browser.picture());
    }
    assertTrue(Files.size(PICTURE) > 10_000, PICTURE.toString());
  }
}
