package dev.firstday.tui.widgets;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A QR code drawn with half blocks: two modules in each cell, the light ones as foreground. */
public final class QrCode {
  /** What the standard wants around the code, and the least that apps can do with. */
  private static final int QUIET = 4;

  private static final int LEAST_QUIET = 2;

  private QrCode() {}

  /** The code, as large as it fits; empty if it does not fit at all. */
  public static Optional<List<String>> draw(String text, int columns, int rows) {
    ByteMatrix modules;
    try {
      modules =
          Encoder.encode(
                  text, ErrorCorrectionLevel.L, Map.of(EncodeHintType.QR_COMPACT, Boolean.TRUE))
              .getMatrix();
    } catch (WriterException e) {
      return Optional.empty();
    }
    for (int quiet = QUIET; quiet >= LEAST_QUIET; quiet--) {
      int side = modules.getWidth() + 2 * quiet;
      if (side <= columns && (side + 1) / 2 <= rows) {
        return Optional.of(draw(modules, quiet));
      }
    }
    return Optional.empty();
  }

  private static List<String> draw(ByteMatrix modules, int quiet) {
    int end = modules.getWidth() + quiet;
    List<String> lines = new ArrayList<>();
    for (int y = -quiet; y < end; y += 2) {
      StringBuilder line = new StringBuilder();
      for (int x = -quiet; x < end; x++) {
        boolean top = light(modules, x, y);
        boolean bottom = light(modules, x, y + 1);
        line.append(top ? (bottom ? '█' : '▀') : (bottom ? '▄' : ' '));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static boolean light(ByteMatrix modules, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
    return !inside || modules.get(x, y) == 0;
  }
}
