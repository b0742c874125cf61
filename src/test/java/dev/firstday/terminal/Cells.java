package dev.firstday.terminal;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/**
 * The screen of a terminal, strict: it knows the sequences that we send, with wide characters as
 * real terminals treat them, and refuses everything else. (JLine's own emulator gives a wide
 * character one column and cuts those beyond the first plane in two.)
 */
final class Cells {
  private static final Pattern SEQUENCE = Pattern.compile("\033\\[([?0-9;]*)([A-Za-z])");

  /** Asks for the colour of the background, and draws nothing. */
  private static final String QUERY = "\033]11;?\033\\";

  /** The right half of a wide character. */
  private static final String HALF = "";

  private String[][] cells;
  private int column;
  private int row;

  Cells(int columns, int rows) {
    resize(columns, rows);
  }

  void resize(int columns, int rows) {
    String[][] resized = new String[rows][columns];
    for (String[] line : resized) {
      Arrays.fill(line, " ");
    }
    cells = resized;
    column = 0;
    row = 0;
  }

  void write(String text) {
    Matcher matcher = SEQUENCE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c != '\033') {
        put(c);
        at += Character.charCount(c);
      } else if (text.startsWith(QUERY, at)) {
        at += QUERY.length();
      } else if (matcher.find(at) && matcher.start() == at) {
        execute(matcher.group(1), matcher.group(2).charAt(0));
        at = matcher.end();
      } else {
        throw new AssertionError("unknown sequence: " + text.substring(at));
      }
    }
  }

  private void execute(String parameters, char last) {
    switch (last) {
      case 'H' -> {
        String[] numbers = parameters.isEmpty() ? new String[] {"1", "1"} : parameters.split(";");
        row = Integer.parseInt(numbers[0]) - 1;
        column = Integer.parseInt(numbers[1]) - 1;
        if (row >= cells.length || column >= cells[0].length) {
          throw new AssertionError("outside: " + parameters);
        }
      }
      case 'J' -> {
        for (String[] line : cells) {
          Arrays.fill(line, " ");
        }
      }
      case 'K' -> Arrays.fill(cells[row], column, cells[0].length, " ");
      case 'm', 'n' -> {}
      case 'h', 'l' -> {
        if (!parameters.matches("\\?(25|1000|1006|1049|2004|2026)")) {
          throw new AssertionError("unknown mode: " + parameters);
        }
      }
      default -> throw new AssertionError("unknown sequence: " + parameters + last);
    }
  }

  private void put(int c) {
    int width = WCWidth.wcwidth(c);
    if (width < 1 || column + width > cells[0].length) {
      throw new AssertionError(Integer.toHexString(c) + " does not fit at " + column);
    }
    for (int i = 0; i < width; i++) {
      split(column + i);
    }
    cells[row][column] = Character.toString(c);
    if (width == 2) {
      cells[row][column + 1] = HALF;
    }
    column += width;
  }

  /** What stood here goes; of a wide character the other half becomes a blank. */
  private void split(int at) {
    if (cells[row][at].equals(HALF)) {
      cells[row][at - 1] = " ";
    } else if (at + 1 < cells[0].length && cells[row][at + 1].equals(HALF)) {
      cells[row][at + 1] = " ";
    }
    cells[row][at] = " ";
  }

  String row(int index) {
    return String.join("", cells[index]).stripTrailing();
  }

  int[] cursor() {
    return new int[] {column, row};
  }
}
