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
  private static final Size SIZE = new Size(80, 24);
  private static final int CELL = 9;
  private static final int ROW = 20;
  private static final int MARGIN = 12;

  @TestFactory
  Stream<DynamicTest> pictures_show_the_screens_as_they_are() {
    return Stream.of("list", "plan")
        .flatMap(
            scene ->
                Stream.of(Language.values())
                    .map(
                        language ->
                            DynamicTest.dynamicTest(
                                scene + " " + language, () -> compare(scene, language))));
  }

  private static void compare(String scene, Language language) throws IOException {
    String svg = svg(Scene.named(scene).in(language, SIZE, Glyphs.UNICODE).frame());
    Path file = FOLDER.resolve(scene + (language == Language.JA ? ".ja" : "") + ".svg");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, svg);
    }
    assertEquals(Files.readString(file), svg, file + ": -Dgolden.update=true draws it anew");
  }

  private static String svg(Frame frame) {
    StringBuilder svg = new StringBuilder();
    int width = SIZE.columns() * CELL + 2 * MARGIN;
    int height = SIZE.rows() * ROW + 2 * MARGIN;
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
      case ALERT, SELECTED, TITLE, KEY, TODO -> "#ffffff";
      case TEXT, DONE -> "#d7dae0";
    };
  }

  private static boolean bold(Role role) {
    return switch (role) {
      case TITLE, KEY, TODO, ALERT, ATTENTION, ERROR -> true;
      case TEXT, SELECTED, DONE, PROGRESS, DIM -> false;
    };
  }
}
