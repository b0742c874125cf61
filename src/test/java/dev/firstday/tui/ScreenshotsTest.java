package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.firstday.catalog.Language;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Width;
import dev.firstday.tui.widgets.Frame;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Size;
import dev.firstday.tui.widgets.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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

  /** How much of a picture a phone looks at. */
  private static final int WIDTH = 480;

  private static final int HEIGHT = 504;

  /** As wide as two panes need, and as high as every step and every heading need. */
  private static final Size WHOLE_LIST =
      new Size(120, Accounts.ALL.steps().size() + Accounts.ALL.groups().size() + CHROME);

  private record Shot(String file, String scene, Size size) {}

  private static final List<Shot> SHOTS =
      List.of(
          new Shot("list", "list-all", WHOLE_LIST),
          new Shot("presets", "presets", new Size(80, 24)),
          new Shot("step", "detail", new Size(80, 24)),
          new Shot("plan", "plan", new Size(80, 24)),
          new Shot("mfa", "enrol", new Size(80, 24)),
          new Shot("ending", "ending", new Size(80, 24)));

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

  @Test
  void a_phone_reads_the_code_from_the_picture() throws Exception {
    String svg = Files.readString(FOLDER.resolve("mfa.svg"));
    int[] pixels = new int[WIDTH * HEIGHT];
    Matcher light = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h").matcher(svg);
    while (light.find()) {
      int[] box = IntStream.rangeClosed(1, 4).map(i -> Integer.parseInt(light.group(i))).toArray();
      for (int x = box[0]; x < box[0] + box[2]; x++) {
        for (int y = box[1]; y < box[1] + box[3]; y++) {
          pixels[y * WIDTH + x] = 0xffffff;
        }
      }
    }
    var source = new RGBLuminanceSource(WIDTH, HEIGHT, pixels);
    String text =
        new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    assertTrue(
        text.matches("otpauth://totp/[A-Za-z0-9%]+:mio@[^?]+\\?secret=ABCDEFGH.*&issuer=.*"), text);
  }

  private static String svg(Frame frame, Size size) {
    StringBuilder svg = new StringBuilder();
    int width = size.columns() * CELL + 2 * MARGIN;
    int height = size.rows() * ROW + 2 * MARGIN;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-size="15"
            font-family="ui-monospace, 'SF Mono', 'Cascadia Mono', 'Noto Sans Mono CJK JP', monospace">
        <style>text{white-space:pre}</style>
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
    if (span.role() == Role.QR) {
      blocks(span.text(), x, y, svg);
      return;
    }
    if (span.text().chars().allMatch(c -> c == '─' || c == '│')) {
      rule(span, x, y, columns * CELL, svg);
      return;
    }
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

  /** Not as text: in Japanese fonts these characters are twice as wide. */
  private static void rule(Span span, int x, int y, int width, StringBuilder svg) {
    boolean across = span.text().startsWith("─");
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
            .formatted(
                across ? x : x + CELL / 2,
                across ? y + ROW / 2 : y,
                across ? width : 1,
                across ? 1 : ROW,
                colour(span.role())));
  }

  /** As shapes: fonts leave gaps between half blocks, and not all of them have any. */
  private static void blocks(String text, int x, int y, StringBuilder svg) {
    svg.append("<path fill=\"#ffffff\" shape-rendering=\"crispEdges\" d=\"");
    for (int i = 0; i < text.length(); ) {
      char cell = text.charAt(i);
      int end = i;
      while (end < text.length() && text.charAt(end) == cell) {
        end++;
      }
      if (cell != ' ') {
        int top = cell == '▄' ? y + ROW / 2 : y;
        int height = cell == '█' ? ROW : ROW / 2;
        int width = (end - i) * CELL;
        svg.append("M%d %dh%dv%dh-%dz".formatted(x + i * CELL, top, width, height, width));
      }
      i = end;
    }
    svg.append("\"/>\n");
  }

  /** As {@code Theme} has them on a dark background. */
  private static String colour(Role role) {
    return switch (role) {
      case KEY -> "#87afff";
      case DONE, CREATE -> "#87d787";
      case ATTENTION, CHANGE -> "#ffd75f";
      case ERROR, DELETE -> "#ff8787";
      case PROGRESS -> "#5fd7d7";
      case DIM -> "#9e9e9e";
      case ALERT, SELECTED, TITLE, TODO, QR -> "#ffffff";
      case TEXT -> "#d7dae0";
    };
  }

  private static boolean bold(Role role) {
    return switch (role) {
      case TITLE, KEY, TODO, ALERT, ATTENTION, CHANGE, ERROR, DELETE -> true;
      case TEXT, SELECTED, DONE, CREATE, PROGRESS, DIM, QR -> false;
    };
  }
}
