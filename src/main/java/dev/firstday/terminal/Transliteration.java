package dev.firstday.terminal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * ASCII for terminals that show nothing else: letters lose their accents, full-width forms become
 * narrow, and punctuation becomes ASCII punctuation. What has no ASCII form, such as a name in
 * Japanese, is never a {@code ?}, which would look like a question: in lines it is written as in
 * JSON ({@code \u65e5}), so that names stay distinct and can be searched for; in cells it is a
 * {@code _} for each column, so that nothing moves. Input is read as UTF-8: people type and paste
 * it even in terminals that do not announce it.
 */
final class Transliteration extends Charset {
  /** The longest form of a character: an escape. */
  private static final int LONGEST = 6;

  /** What Unicode gives no simpler form for: the ASCII, and behind it what becomes that. */
  private static final String NO_FORM =
      "-‐–—―−─· |│ *• x× '‘’ \"“” <<« >>» <-← ->→ /⁄ !=≠ <=≤ >=≥ (c)© ssß aeæ AEÆ oeœ OEŒ oø OØ"
          + " lł LŁ";

  private static final Map<Integer, String> FORMS = new HashMap<>();

  static {
    for (String form : NO_FORM.split(" ", -1)) {
      String ascii = form.replaceAll("[^ -~]", "");
      form.substring(ascii.length()).codePoints().forEach(c -> FORMS.put(c, ascii));
    }
  }

  static final Charset LINES = new Transliteration("x-firstday-lines", Transliteration::line);
  static final Charset CELLS = new Transliteration("x-firstday-cells", Transliteration::cell);

  private final IntFunction<String> form;

  private Transliteration(String name, IntFunction<String> form) {
    super(name, new String[0]);
    this.form = form;
  }

  private static String line(int c) {
    return ascii(c)
        .orElseGet(
            () ->
                Character.toString(c)
                    .chars()
                    .mapToObj(unit -> "\\u%04x".formatted(unit))
                    .collect(Collectors.joining()));
  }

  private static String cell(int c) {
    int columns = Width.of(c);
    return ascii(c)
        .map(form -> (form + " ".repeat(columns)).substring(0, columns))
        .orElseGet(() -> "_".repeat(columns));
  }

  /** The ASCII that reads the same; a lone accent becomes nothing. */
  private static Optional<String> ascii(int c) {
    String known = FORMS.get(c);
    if (known != null) {
      return Optional.of(known);
    }
    String simple =
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
            .codePoints()
            .filter(part -> part < 0x300 || part > 0x36f)
            .mapToObj(part -> FORMS.getOrDefault(part, Character.toString(part)))
            .collect(Collectors.joining());
    boolean fits = simple.length() <= LONGEST && simple.chars().allMatch(part -> part < 0x80);
    return fits ? Optional.of(simple) : Optional.empty();
  }

  @Override
  public boolean contains(Charset other) {
    return other.equals(StandardCharsets.US_ASCII);
  }

  @Override
  public CharsetDecoder newDecoder() {
    return StandardCharsets.UTF_8.newDecoder();
  }

  @Override
  public CharsetEncoder newEncoder() {
    return new Encoder();
  }

  private final class Encoder extends CharsetEncoder {
    Encoder() {
      super(Transliteration.this, 1, LONGEST, new byte[] {'_'});
    }

    @Override
    public boolean isLegalReplacement(byte[] replacement) {
      return true;
    }

    @Override
    protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
      while (in.hasRemaining()) {
        char first = in.get(in.position());
        boolean halved = Character.isHighSurrogate(first);
        if (halved && in.remaining() == 1) {
          return CoderResult.UNDERFLOW;
        }
        int c = Character.codePointAt(in, 0);
        byte[] bytes = bytes(c);
        if (out.remaining() < bytes.length) {
          return CoderResult.OVERFLOW;
        }
        out.put(bytes);
        in.position(in.position() + Character.charCount(c));
      }
      return CoderResult.UNDERFLOW;
    }

    private byte[] bytes(int c) {
      return c < 0x80 ? new byte[] {(byte) c} : form.apply(c).getBytes(StandardCharsets.US_ASCII);
    }
  }
}
