package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Language;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The pictures of the documentation, drawn from the same frames that the terminal gets. {@code
 * -Dgolden.update=true} draws them anew.
 */
class ScreenshotsTest {
  private static final Path FOLDER = Path.of("docs/screens");
  private static final int CELL = 9;
  private static final int ROW = 20;
  private static final int MARGIN = 12;
  private static final int CHROME = 6;

  /** As wide as two panes need, and as high as every step and every heading need. */
  private static final Size WHOLE_LIST =
      new Size(120, Accounts.ALL.steps().size() + Accounts.ALL.groups().size() + CHROME);

  private record Shot(String file, String scene, Size size) {}

  private static final List<Shot> SHOTS =
      List.of(
          new Shot("list", "list-all", WHOLE_LIST),
          new Shot("plan", "plan", new Size(80, 24)),
          new Shot("presets", "presets", new Size(80, 24)));

  @TestFactory
  Stream<DynamicTest> pictures_show_the_screens_as_they_are() {
    return SHOTS.stream()
        .flatMap(
            shot ->
                Stream.of(Language.values())
                    .map(
                        language ->
                            DynamicTest.dynamicTest(
                                shot.file() + " " + language, () -> compare(shot, language))));
  }

  private static void compare(Shot shot, Language language) throws IOException {
    String svg =
        svg(
            Scene.named(shot.scene()).in(language, shot.size(), Glyphs.UNICODE).frame(),
            shot.size());
    Path file = FOLDER.resolve(shot.file() + (language == Language.JA ? ".ja" : "") + ".svg");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, svg);
    }
    assertEquals(Files.readString(file), svg, file + ": -Dgolden.update=true draws it anew");
  }

  private static String svg(Frame frame, Size size) {
    StringBuilder svg = new StringBuilder();
    int width = size.columns() * CELL + 2 * MARGIN;
    int height = size.rows() * ROW + 2 * MARGIN;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-size="15" xml:space="preserve"
            font-family="ui-monospace, 'SF Mono', 'Cascadia Mono', 'Noto Sans Mono CJK JP', monospace">
        <rect width="100%%" height="100%%" rx="8" fill="#16181d"/>
        """
            .formatted(width, height));
    List<Line> lines = frame.lines();
    for (int row = 0; row < lines.size(); row++) {
      int column = 0;
      for (Span span : lines.get(row).spans()) {
        int columns = Width.of(span.text());
        if (!span.text().isBlank()) {
          draw(span, column, row, columns, svg);
        }
        column += columns;
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static void draw(Span span, int column, int row, int columns, StringBuilder svg) {
    int x = MARGIN + column * CELL;
    int y = MARGIN + row * ROW;
    boolean reverse = span.role() == Role.SELECTED || span.role() == Role.ALERT;
    if (reverse) {
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
              .formatted(x, y, columns * CELL, ROW, colour(span.role())));
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"%s\"%s>%s</text>\n"
            .formatted(
                x,
                y + 15,
                columns * CELL,
                reverse ? "#16181d" : colour(span.role()),
                bold(span.role()) ? " font-weight=\"bold\"" : "",
                span.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
  }

  private static String colour(Role role) {
    return switch (role) {
      case ATTENTION -> "#e5c07b";
      case ERROR -> "#e06c75";
      case PROGRESS -> "#61afef";
      case DIM -> "#5c6370";
      case ALERT, SELECTED, TITLE, KEY, TODO, QR -> "#ffffff";
      case TEXT, DONE -> "#d7dae0";
    };
  }

  private static boolean bold(Role role) {
    return switch (role) {
      case TITLE, KEY, TODO, ALERT, ATTENTION, ERROR -> true;
      case TEXT, SELECTED, DONE, PROGRESS, DIM, QR -> false;
    };
  }
}
