package dev.firstday.terminal;

import dev.firstday.terminal.TerminalEvent.Pasted;
import dev.firstday.terminal.TerminalEvent.Pressed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a terminal into events. Whatever is not a key (replies to queries, mouse and
 * focus reports, unknown sequences) is swallowed whole, however it is cut: a reply must never press
 * a key.
 *
 * <p>It has no clock. The caller that feeds the bytes calls {@link #timeout} when {@link #waiting}
 * was true and nothing came for the time that distinguishes a lone Escape from a sequence.
 */
public final class KeyDecoder {
  /** Time-outs in a row after which an unfinished sequence is given up. */
  private static final int PATIENCE = 20;

  private static final int PASTE_LIMIT = 4096;
  private static final int PARAMETER_LIMIT = 40;
  private static final byte[] PASTE_END = "\033[201~".getBytes(StandardCharsets.US_ASCII);
  private static final int ESCAPE = 0x1b;

  /** What a decoder makes of bytes that are no character. */
  private static final int BROKEN = 0xfffd;

  private enum DecoderState {
    GROUND,
    /** Inside a UTF-8 character. */
    CHARACTER,
    /** After one or more Escapes, undecided. */
    ESCAPED,
    /** After an Escape that was taken for the key: a late {@code [} still belongs to it. */
    LATE,
    /** After {@code ESC [}. */
    CONTROL_SEQUENCE,
    /** After {@code ESC O}. */
    SINGLE_SHIFT,
    /** A fixed number of bytes to skip. */
    SKIPPING,
    /** OSC, DCS and the like, up to BEL or ST. */
    STRING,
    /** After an Escape in such a string: half of ST. */
    STRING_END,
    PASTE
  }

  private final Consumer<TerminalEvent> events;
  private final IntConsumer cursorColumns;

  private DecoderState state = DecoderState.GROUND;
  private int quiet;
  private int escapes;
  private int missing;
  private int matched;
  private final ByteArrayOutputStream character = new ByteArrayOutputStream();
  private final StringBuilder parameters = new StringBuilder();
  private final ByteArrayOutputStream pasted = new ByteArrayOutputStream();

  /** A decoder that passes every event on at once. */
  public KeyDecoder(Consumer<TerminalEvent> events) {
    this(events, column -> {});
  }

  /** Cursor position reports go to {@code cursorColumns}: the column, counted from 1. */
  KeyDecoder(Consumer<TerminalEvent> events, IntConsumer cursorColumns) {
    this.events = events;
    this.cursorColumns = cursorColumns;
  }

  /** Takes the next byte. */
  public void feed(byte next) {
    quiet = 0;
    int value = next & 0xff;
    switch (state) {
      case GROUND -> ground(value);
      case CHARACTER -> character(value);
      case ESCAPED -> escaped(value);
      case LATE -> late(value);
      case CONTROL_SEQUENCE -> controlSequence(value);
      case SINGLE_SHIFT -> singleShift(value);
      case SKIPPING -> skip(missing - 1);
      case STRING -> string(value);
      case STRING_END -> stringEnd(value);
      case PASTE -> paste(value);
    }
  }

  /** True while a sequence has begun whose end only a time-out decides. */
  public boolean waiting() {
    return state != DecoderState.GROUND;
  }

  /** Nothing came for a while: a lone Escape is the key. */
  public void timeout() {
    if (state == DecoderState.ESCAPED) {
      pressEscapes();
      state = DecoderState.LATE;
    } else if (++quiet >= PATIENCE) {
      if (state == DecoderState.PASTE) {
        finishPaste();
      }
      state = DecoderState.GROUND;
    }
  }

  private void ground(int value) {
    switch (value) {
      case ESCAPE -> escape();
      case '\r', '\n' -> press(Key.ENTER);
      case '\t' -> press(Key.TAB);
      case '\b', 0x7f -> press(Key.BACKSPACE);
      case 0 -> press(Key.control(' '));
      default -> {
        if (value < ' ') {
          press(Key.control(Character.toLowerCase((char) (value + '@'))));
        } else if (value < 0x80) {
          press(Key.of(value));
        } else {
          lead(value);
        }
      }
    }
  }

  private void lead(int value) {
    missing = value < 0xc2 || value >= 0xf5 ? 0 : following(value);
    if (missing > 0) {
      character.reset();
      character.write(value);
      state = DecoderState.CHARACTER;
    }
  }

  /** How many bytes follow the first one of a character. */
  private static int following(int lead) {
    return lead < 0xc0 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  }

  private void character(int value) {
    if ((value & 0xc0) != 0x80) {
      restart(value);
      return;
    }
    character.write(value);
    if (--missing == 0) {
      state = DecoderState.GROUND;
      int codePoint = character.toString(StandardCharsets.UTF_8).codePointAt(0);
      if (codePoint != BROKEN && !Character.isISOControl(codePoint)) {
        press(Key.of(codePoint));
      }
    }
  }

  /** What has begun is no sequence, and the byte is the first of the next thing. */
  private void restart(int value) {
    state = DecoderState.GROUND;
    ground(value);
  }

  private void escape() {
    escapes = 1;
    state = DecoderState.ESCAPED;
  }

  private void pressEscapes() {
    for (; escapes > 0; escapes--) {
      press(Key.ESCAPE);
    }
  }

  private void escaped(int value) {
    switch (value) {
      case ESCAPE -> escapes++;
      case '[' -> beginControlSequence();
      case 'O' -> {
        parameters.setLength(0);
        state = DecoderState.SINGLE_SHIFT;
      }
      case ']', 'P', 'X', '^', '_' -> {
        parameters.setLength(0);
        parameters.append((char) value);
        state = DecoderState.STRING;
      }
      default -> {
        if (value < ' ') {
          pressEscapes();
          restart(value);
        } else {
          // Alt with a key, which is bound to nothing.
          skip(following(value));
        }
      }
    }
  }

  private void skip(int bytes) {
    missing = bytes;
    state = missing == 0 ? DecoderState.GROUND : DecoderState.SKIPPING;
  }

  private void late(int value) {
    if (value == '[') {
      beginControlSequence();
    } else {
      restart(value);
    }
  }

  private void beginControlSequence() {
    parameters.setLength(0);
    state = DecoderState.CONTROL_SEQUENCE;
  }

  private void controlSequence(int value) {
    if (value < ' ' || value == 0x7f) {
      abort(value);
    } else if (value == '[' && parameters.isEmpty()) {
      // The Linux console sends its function keys as ESC [ [ A and so on.
      parameters.append('[');
    } else if (value < '@' || value >= 0x80) {
      if (parameters.length() < PARAMETER_LIMIT) {
        parameters.append((char) value);
      }
    } else {
      state = DecoderState.GROUND;
      finishControlSequence((char) value);
    }
  }

  /** A control byte in the middle: the sequence is broken, the byte counts. */
  private void abort(int value) {
    state = DecoderState.GROUND;
    boolean cancels = value == 0x18 || value == 0x1a;
    if (!cancels) {
      ground(value);
    }
  }

  private void finishControlSequence(char last) {
    if (parameters.isEmpty() && last == 'M') {
      // An X10 mouse report: three raw bytes follow.
      skip(3);
      return;
    }
    if (last == 'M' && parameters.toString().matches("<[0-9]{1,3};[0-9]{1,4};[0-9]{1,4}")) {
      mouse(parameters.substring(1).split(";"));
      return;
    }
    if (parameters.indexOf("[") == 0) {
      if (last == 'A') {
        press(Key.F1);
      }
      return;
    }
    int[] numbers = numbers();
    if (numbers != null) {
      finishNumbered(last, numbers);
    }
  }

  private void finishNumbered(char last, int[] numbers) {
    switch (last) {
      case '~' -> numbered(numbers[0]);
      case 'u' -> extended(numbers);
      case 'Z' -> press(Key.BACK_TAB);
      case 'R' -> cursorColumns.accept(numbers[1]);
      default -> cursorKey(last);
    }
  }

  /**
   * A report of the kind that {@link FullScreen#mouse} asks for; buttons but the first are none.
   */
  private void mouse(String[] report) {
    int button = Integer.parseInt(report[0]);
    switch (button) {
      case 0 ->
          events.accept(
              new TerminalEvent.Clicked(
                  Integer.parseInt(report[1]) - 1, Integer.parseInt(report[2]) - 1));
      case 64, 65 -> events.accept(new TerminalEvent.Wheel(button == 64));
      default -> {}
    }
  }

  /** The first two parameters, missing ones 0; null for private sequences and those with more. */
  private int @Nullable [] numbers() {
    String text = parameters.toString();
    if (!text.matches("[0-9;:]*")) {
      return null;
    }
    String[] fields = text.split(";", -1);
    int[] numbers = new int[2];
    for (int i = 0; i < Math.min(2, fields.length); i++) {
      String[] parts = fields[i].split(":", -1);
      boolean released = i == 1 && parts.length > 1 && parts[1].equals("3");
      if (released || parts[0].length() > 7) {
        return null;
      }
      numbers[i] = parts[0].isEmpty() ? 0 : Integer.parseInt(parts[0]);
    }
    return numbers;
  }

  private void numbered(int number) {
    switch (number) {
      case 1, 7 -> press(Key.HOME);
      case 3 -> press(Key.DELETE);
      case 4, 8 -> press(Key.END);
      case 5 -> press(Key.PAGE_UP);
      case 6 -> press(Key.PAGE_DOWN);
      case 11 -> press(Key.F1);
      case 200 -> {
        pasted.reset();
        matched = 0;
        state = DecoderState.PASTE;
      }
      default -> {}
    }
  }

  /** The kitty protocol, which a parent may have left on: {@code code ; 1 + modifiers}. */
  private void extended(int[] numbers) {
    int code = numbers[0];
    int modifiers = Math.max(0, numbers[1] - 1);
    boolean shift = (modifiers & 1) != 0;
    boolean control = (modifiers & 4) != 0;
    switch (code) {
      case ESCAPE -> press(Key.ESCAPE);
      case '\r' -> press(Key.ENTER);
      case '\t' -> press(shift ? Key.BACK_TAB : Key.TAB);
      case 0x7f -> press(Key.BACKSPACE);
      default -> {
        if (control && code >= 'a' && code <= 'z') {
          press(Key.control((char) code));
        } else if ((modifiers & ~1) == 0 && code >= ' ' && code < 0x7f) {
          press(Key.of(shift ? Character.toUpperCase(code) : code));
        }
      }
    }
  }

  private void cursorKey(char last) {
    switch (last) {
      case 'A' -> press(Key.UP);
      case 'B' -> press(Key.DOWN);
      case 'C' -> press(Key.RIGHT);
      case 'D' -> press(Key.LEFT);
      case 'H' -> press(Key.HOME);
      case 'F' -> press(Key.END);
      case 'P' -> press(Key.F1);
      default -> {}
    }
  }

  private void singleShift(int value) {
    if (value < ' ') {
      abort(value);
    } else if (value >= '@') {
      state = DecoderState.GROUND;
      if (value == 'M') {
        press(Key.ENTER);
      } else {
        cursorKey((char) value);
      }
    }
  }

  private void string(int value) {
    switch (value) {
      case 0x07 -> finishString();
      case 0x18, 0x1a -> state = DecoderState.GROUND;
      case 0x03 -> abort(value);
      case ESCAPE -> state = DecoderState.STRING_END;
      default -> {
        if (parameters.length() < PARAMETER_LIMIT) {
          parameters.append((char) value);
        }
      }
    }
  }

  /** Of all strings only the answer that tells the background's colour says anything. */
  private void finishString() {
    state = DecoderState.GROUND;
    Colours.light(parameters.toString())
        .ifPresent(light -> events.accept(new TerminalEvent.BackgroundKnown(light)));
  }

  private void stringEnd(int value) {
    if (value == '\\') {
      finishString();
    } else {
      escapes = 0;
      state = DecoderState.ESCAPED;
      escaped(value);
    }
  }

  private void paste(int value) {
    if (value == PASTE_END[matched]) {
      if (++matched == PASTE_END.length) {
        state = DecoderState.GROUND;
        finishPaste();
      }
      return;
    }
    for (int i = 0; i < matched; i++) {
      keep(PASTE_END[i]);
    }
    matched = value == ESCAPE ? 1 : 0;
    if (matched == 0) {
      keep(value);
    }
  }

  private void keep(int value) {
    if (pasted.size() < PASTE_LIMIT) {
      pasted.write(value);
    }
  }

  private void finishPaste() {
    String text = pasted.toString(StandardCharsets.UTF_8).replaceAll("\r\n|[\r\n\t]", " ");
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isISOControl(c) && c != BROKEN)
        .forEach(clean::appendCodePoint);
    events.accept(new Pasted(clean.toString()));
  }

  private void press(Key key) {
    events.accept(new Pressed(key));
  }
}
