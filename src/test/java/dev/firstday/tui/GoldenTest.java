package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.widgets.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every screen, in both languages, at the sizes that matter: what a terminal shows, and in which
 * role. Regenerate with {@code -Dgolden.update=true} and read the difference like code.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  /** Names that are the same in Japanese; whoever reads them looks for them as AWS writes them. */
  private static final Pattern NAMES =
      Pattern.compile(
          "AWS Foundations|Startup Security Baseline|Security Hub|IAM Identity Center|AWS CLI"
              + "|aws sso login|firstday permissions apply|aws configure set region|show in English|Japanese input is on|User is not authorized");

  private static final Pattern ENGLISH_SENTENCE =
      Pattern.compile("(?<![\\w./:-])[A-Za-z]{2,}(?:['-][a-z]+)?(?: [a-z]{2,}){2,}(?![\\w./:-])");
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  private static final Size SMALL = new Size(40, 12);

  private record Shot(Scene scene, Language language, Size size, Glyphs glyphs) {
    String name() {
      return "%s%s.%s.%dx%d.txt"
          .formatted(
              scene.name(),
              glyphs == Glyphs.ASCII ? "-ascii" : "",
              language.tag(),
              size.columns(),
              size.rows());
    }

    Driver driver() {
      return scene.in(language, size, glyphs);
    }
  }

  private static Stream<Shot> shots() {
    List<Size> sizes = List.of(new Size(80, 24), new Size(120, 35));
    Stream<Shot> shots =
        Scene.all().stream()
            .flatMap(
                scene ->
                    Stream.of(Language.values())
                        .flatMap(
                            language ->
                                sizes.stream()
                                    .map(size -> new Shot(scene, language, size, Glyphs.UNICODE))));
    Scene list = Scene.named("list");
    Scene all = Scene.named("list-all");
    Scene enrol = Scene.named("enrol");
    Stream<Shot> special =
        Stream.of(Language.values())
            .flatMap(
                language ->
                    Stream.of(
                        new Shot(Scene.named("setup"), language, SMALL, Glyphs.UNICODE),
                        new Shot(Scene.named("presets"), language, SMALL, Glyphs.UNICODE),
                        new Shot(Scene.named("first-answers"), language, SMALL, Glyphs.UNICODE),
                        new Shot(list, language, new Size(40, 12), Glyphs.UNICODE),
                        new Shot(all, language, new Size(40, 12), Glyphs.UNICODE),
                        new Shot(list, language, new Size(80, 24), Glyphs.ASCII),
                        new Shot(enrol, language, new Size(80, 24), Glyphs.ASCII),
                        new Shot(list, language, new Size(39, 11), Glyphs.UNICODE)));
    return Stream.concat(shots, special);
  }

  @TestFactory
  Stream<DynamicTest> every_screen_looks_as_it_did() {
    return shots().map(shot -> DynamicTest.dynamicTest(shot.name(), () -> compare(shot)));
  }

  private static void compare(Shot shot) throws IOException {
    Driver wizard = shot.driver();
    Picture picture = Picture.of(wizard.frame(), shot.size());
    fits(picture, shot);
    speaksOneLanguage(picture, shot.language());
    saysWhoseAccount(wizard, picture);
    Path file = FOLDER.resolve(shot.name());
    if (UPDATE) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, picture.text());
    }
    assertTrue(Files.exists(file), file + " is missing; make it with -Dgolden.update=true");
    assertEquals(
        Files.readString(file),
        picture.text(),
        file + " differs; if that is meant, run with -Dgolden.update=true");
  }

  private static void fits(Picture picture, Shot shot) {
    assertTrue(picture.roles().size() <= shot.size().rows());
    for (String row : picture.characters()) {
      assertTrue(Width.of(row) < shot.size().columns(), row);
      if (shot.glyphs() == Glyphs.ASCII) {
        assertFalse(row.contains(Glyphs.UNICODE.horizontal()), row);
        assertFalse(row.contains(Glyphs.UNICODE.vertical()), row);
      }
    }
  }

  private static void speaksOneLanguage(Picture picture, Language language) {
    boolean script = picture.characters().stream().anyMatch(row -> row.startsWith("#!"));
    for (String row : picture.characters()) {
      if (language == Language.EN) {
        String own = row.replace("L 日本語", "").replace("( ) 日本語", "").replace("日本語で表示", "");
        assertFalse(JAPANESE.matcher(own).find(), row);
      } else if (!script) {
        assertFalse(ENGLISH_SENTENCE.matcher(NAMES.matcher(row).replaceAll("")).find(), row);
      }
    }
  }

  /** A practice account is never taken for a real one, nor a secret of it for a real secret. */
  private static void saysWhoseAccount(Driver wizard, Picture picture) {
    Model model = wizard.app.model();
    if (model.known().isPresent() && !model.size().tooSmall()) {
      boolean practice = model.identity().practice().isPresent();
      String word = model.words().say("tui.identity.practice");
      List<String> top = picture.characters().subList(0, 2);
      assertEquals(practice, top.stream().anyMatch(row -> row.contains(word)), top::toString);
    }
  }

  @Test
  void every_kind_of_page_is_among_the_screens() {
    Set<Class<?>> seen =
        Scene.all().stream()
            .map(scene -> scene.in(Language.EN, new Size(80, 24), Glyphs.UNICODE))
            .map(wizard -> wizard.top().getClass())
            .collect(Collectors.toSet());
    List<String> missing =
        Stream.of(ScreenState.class.getPermittedSubclasses())
            .flatMap(group -> Stream.of(group.getPermittedSubclasses()))
            .filter(page -> !seen.contains(page))
            .map(Class::getSimpleName)
            .toList();
    assertEquals(List.of(), missing);
  }

  @TestFactory
  Stream<DynamicTest> every_file_belongs_to_a_screen() throws IOException {
    List<String> names = shots().map(Shot::name).toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> strays =
          files.map(file -> file.getFileName().toString()).filter(f -> !names.contains(f)).toList();
      return Stream.of(DynamicTest.dynamicTest("strays", () -> assertEquals(List.of(), strays)));
    }
  }
}
