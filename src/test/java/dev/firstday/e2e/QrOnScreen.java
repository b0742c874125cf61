package dev.firstday.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;

/** What a phone's camera reads from a QR code that stands on a terminal in half blocks. */
final class QrOnScreen {
  /** Pixels for the side of a module. */
  private static final int SCALE = 4;

  private QrOnScreen() {}

  /** Whether the code on a screen can be read, which it can't be while it is drawn. */
  static boolean readable(String screen) {
    try {
      return !read(screen).isEmpty();
    } catch (ReaderException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The text of the code at the left edge of a screen. */
  static String read(String screen) throws ReaderException {
    List<String> rows = screen.lines().filter(line -> line.startsWith("██")).toList();
    int columns = rows.stream().mapToInt(QrOnScreen::width).max().orElse(0);
    int width = columns * SCALE;
    int height = rows.size() * 2 * SCALE;
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        String row = rows.get(y / SCALE / 2);
        char cell = x / SCALE < row.length() ? row.charAt(x / SCALE) : ' ';
        boolean light = cell == '█' || cell == (y / SCALE % 2 == 0 ? '▀' : '▄');
        pixels[y * width + x] = light ? 0xffffff : 0;
      }
    }
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private static int width(String row) {
    return row.replaceFirst("[^█▀▄ ].*", "").stripTrailing().length();
  }
}
