package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.terminal.TerminalEvent.Pasted;
import dev.firstday.terminal.TerminalEvent.Pressed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {
  private final List<TerminalEvent> events = new ArrayList<>();
  private final KeyDecoder decoder = new KeyDecoder(events::add);

  static List<Arguments> keys() {
    return List.of(
        Arguments.of("a", Key.of('a')),
        Arguments.of("~", Key.of('~')),
        Arguments.of(" ", Key.of(' ')),
        Arguments.of("é", Key.of('é')),
        Arguments.of("あ", Key.of('あ')),
        Arguments.of("ｑ", Key.of('ｑ')),
        Arguments.of("𠮷", Key.of(0x20bb7)),
        Arguments.of("\r", Key.ENTER),
        Arguments.of("\n", Key.ENTER),
        Arguments.of("\033OM", Key.ENTER),
        Arguments.of("\t", Key.TAB),
        Arguments.of("\033[Z", Key.BACK_TAB),
        Arguments.of("\177", Key.BACKSPACE),
        Arguments.of("\b", Key.BACKSPACE),
        Arguments.of("\000", Key.control(' ')),
        Arguments.of("\001", Key.control('a')),
        Arguments.of("\003", Key.control('c')),
        Arguments.of("\014", Key.control('l')),
        Arguments.of("\032", Key.control('z')),
        Arguments.of("\034", Key.control('\\')),
        Arguments.of("\033[A", Key.UP),
        Arguments.of("\033OA", Key.UP),
        Arguments.of("\033\033[A", Key.UP),
        Arguments.of("\033[B", Key.DOWN),
        Arguments.of("\033OB", Key.DOWN),
        Arguments.of("\033[C", Key.RIGHT),
        Arguments.of("\033[1;5C", Key.RIGHT),
        Arguments.of("\033O5C", Key.RIGHT),
        Arguments.of("\033[D", Key.LEFT),
        Arguments.of("\033[1;2D", Key.LEFT),
        Arguments.of("\033[H", Key.HOME),
        Arguments.of("\033OH", Key.HOME),
        Arguments.of("\033[1~", Key.HOME),
        Arguments.of("\033[7~", Key.HOME),
        Arguments.of("\033[F", Key.END),
        Arguments.of("\033OF", Key.END),
        Arguments.of("\033[4~", Key.END),
        Arguments.of("\033[8~", Key.END),
        Arguments.of("\033[3~", Key.DELETE),
        Arguments.of("\033[3;5~", Key.DELETE),
        Arguments.of("\033[5~", Key.PAGE_UP),
        Arguments.of("\033[6~", Key.PAGE_DOWN),
        Arguments.of("\033OP", Key.F1),
        Arguments.of("\033[11~", Key.F1),
        Arguments.of("\033[[A", Key.F1),
        Arguments.of("\033[27u", Key.ESCAPE),
        Arguments.of("\033[13;1:1u", Key.ENTER),
        Arguments.of("\033[9;2u", Key.BACK_TAB),
        Arguments.of("\033[99;5u", Key.control('c')),
        Arguments.of("\033[113u", Key.of('q')));
  }

  static List<String> replies() {
    return List.of(
        "\033[24;80R",
        "\033[1;2R",
        "\033[?64;1;2;6;22c",
        "\033[>41;370;0c",
        "\033[?2026;2$y",
        "\033[?1u",
        "\033[0n",
        "\033[8;24;80t",
        "\033[I",
        "\033[O",
        "\033[<2;10;5M",
        "\033[<35;10;5M",
        "\033[<0;10;99999M",
        "\033[<0;10;5m",
        "\033[32;10;5M",
        "\033[M !!",
        "\033]11;rgb:ffff/ffff/ffff\007",
        "\033]10;rgba:0000/0000/0000/ffff\033\\",
        "\033]52;c;eQ==\033\\",
        "\033P1+r544e=787465726d\033\\",
        "\033P!|00000000\033\\",
        "\033_Gi=31;OK\033\\",
        "\033[2~",
        "\033[24~",
        "\033OS",
        "\033[27;5;13~",
        "\033[13;1:3u",
        "\033[201~",
        "\033[[E",
        "\033[200;1;2x");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void a_sequence_is_one_key_wherever_it_is_cut(String sequence, Key key) {
    byte[] bytes = sequence.getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut < bytes.length; cut++) {
      events.clear();
      feed(Arrays.copyOfRange(bytes, 0, cut));
      feed(Arrays.copyOfRange(bytes, cut, bytes.length));
      assertEquals(List.of(new Pressed(key)), events, "cut at " + cut);
      assertFalse(decoder.waiting());
    }
  }

  @ParameterizedTest
  @MethodSource("replies")
  void a_reply_is_never_a_key_wherever_it_is_cut_and_however_late_its_rest_comes(String reply) {
    byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut < bytes.length; cut++) {
      events.clear();
      feed(Arrays.copyOfRange(bytes, 0, cut));
      if (cut > 1) {
        decoder.timeout();
        decoder.timeout();
      }
      feed(Arrays.copyOfRange(bytes, cut, bytes.length));
      feed("q");
      events.removeIf(event -> event instanceof TerminalEvent.BackgroundKnown);
      assertEquals(List.of(new Pressed(Key.of('q'))), events, "cut at " + cut);
    }
  }

  @Test
  void clicks_and_the_wheel_are_events_of_their_own_and_never_keys() {
    feed("\033[<0;10;5M\033[<0;10;5m\033[<64;1;1M\033[<65;1;1M");
    assertEquals(
        List.of(
            new TerminalEvent.Clicked(9, 4),
            new TerminalEvent.Wheel(true),
            new TerminalEvent.Wheel(false)),
        events);
  }

  @Test
  void a_lone_escape_is_decided_by_time() {
    feed("\033");
    assertEquals(List.of(), events);
    assertTrue(decoder.waiting());
    decoder.timeout();
    assertEquals(List.of(new Pressed(Key.ESCAPE)), events);
  }

  @Test
  void two_escapes_are_two_keys() {
    feed("\033\033");
    decoder.timeout();
    assertEquals(List.of(new Pressed(Key.ESCAPE), new Pressed(Key.ESCAPE)), events);
  }

  @Test
  void an_arrow_cut_after_its_escape_types_no_letters_however_late_it_comes() {
    feed("\033");
    decoder.timeout();
    feed("[A");
    assertEquals(List.of(new Pressed(Key.ESCAPE), new Pressed(Key.UP)), events);
  }

  @Test
  void the_key_after_an_escape_counts() {
    feed("\033");
    decoder.timeout();
    feed("O");
    assertEquals(List.of(new Pressed(Key.ESCAPE), new Pressed(Key.of('O'))), events);
    assertFalse(decoder.waiting());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\033a", "\033あ", "\033/", "\033𠮷"})
  void alt_with_a_key_is_nothing(String sequence) {
    feed(sequence + "q");
    assertEquals(List.of(new Pressed(Key.of('q'))), events);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\033[", "\033[12;", "\033O", "\033]11;rgb", "\033P", "\033[M", "\343\201"})
  void an_unfinished_sequence_is_given_up_after_a_second(String start) {
    feed(start.getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < 25; i++) {
      decoder.timeout();
    }
    feed("q");
    assertEquals(List.of(new Pressed(Key.of('q'))), events);
  }

  @Test
  void control_c_gets_out_of_a_broken_sequence() {
    feed("\033]11;\003");
    feed("\033[1;\003");
    Pressed interrupt = new Pressed(Key.control('c'));
    assertEquals(List.of(interrupt, interrupt), events);
  }

  @Test
  void a_paste_is_one_line_without_control_characters() {
    feed("\033[200~ye\000s\r\nか\033[31mな\n\tx\033[201~q");
    assertEquals(List.of(new Pasted("yes か[31mな  x"), new Pressed(Key.of('q'))), events);
  }

  @Test
  void a_paste_cut_anywhere_is_the_same_paste() {
    byte[] bytes = "\033[200~日本\033[20\033[201~".getBytes(StandardCharsets.UTF_8);
    for (int cut = 2; cut < bytes.length; cut++) {
      events.clear();
      feed(Arrays.copyOfRange(bytes, 0, cut));
      decoder.timeout();
      feed(Arrays.copyOfRange(bytes, cut, bytes.length));
      assertEquals(List.of(new Pasted("日本[20")), events, "cut at " + cut);
    }
  }

  @Test
  void a_paste_ends_at_four_kilobytes() {
    feed("\033[200~" + "あ".repeat(100_000) + "\033[201~q");
    assertEquals(List.of(new Pasted("あ".repeat(1365)), new Pressed(Key.of('q'))), events);
  }

  @Test
  void a_paste_whose_end_is_lost_is_handed_over_after_a_second() {
    feed("\033[200~abc");
    for (int i = 0; i < 20; i++) {
      decoder.timeout();
    }
    feed("q");
    assertEquals(List.of(new Pasted("abc"), new Pressed(Key.of('q'))), events);
  }

  @Test
  void bytes_that_are_no_utf8_are_dropped() {
    byte[] bytes = {'a', (byte) 0xff, (byte) 0xc0, (byte) 0x80, (byte) 0xe3, 'b'};
    byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0xc2, (byte) 0x85, 'c'};
    feed(bytes);
    feed(surrogate);
    assertEquals(
        List.of(new Pressed(Key.of('a')), new Pressed(Key.of('b')), new Pressed(Key.of('c'))),
        events);
  }

  @Test
  void the_column_of_a_cursor_report_is_told_to_who_asked() {
    List<Integer> columns = new ArrayList<>();
    KeyDecoder asking = new KeyDecoder(events::add, columns::add);
    for (byte b : "\033[1;2R".getBytes(StandardCharsets.US_ASCII)) {
      asking.feed(b);
    }
    assertEquals(List.of(2), columns);
    assertEquals(List.of(), events);
  }

  @Test
  void random_bytes_do_no_harm() {
    Random random = new Random(20261122);
    byte[] likely =
        "\033\033\033[[]OP?;:0123456789~ABRmuyM$\007\\".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 500_000; i++) {
      boolean any = random.nextInt(3) == 0;
      decoder.feed((byte) (any ? random.nextInt(256) : likely[random.nextInt(likely.length)]));
      if (random.nextInt(20) == 0) {
        decoder.timeout();
      }
    }
    for (int i = 0; i < 25; i++) {
      decoder.timeout();
    }
    events.clear();
    feed("q");
    assertEquals(List.of(new Pressed(Key.of('q'))), events);
  }

  private void feed(String text) {
    feed(text.getBytes(StandardCharsets.UTF_8));
  }

  private void feed(byte[] bytes) {
    for (byte b : bytes) {
      decoder.feed(b);
    }
  }
}
