package dev.firstday.aws;

import dev.firstday.engine.Change;
import dev.firstday.engine.Placeholders;
import java.util.Map;

/**
 * Values that only an earlier response gives. A typed request has no room for a placeholder, so a
 * marked text travels in its stead until the request has become data.
 */
public final class References {
  // No text of AWS's begins with a control character.
  private static final String MARK = "\u0001ref:";

  private References() {}

  /**
   * Stands for a value of a change's response.
   *
   * @param path as {@code /MonitorArn}
   */
  public static String to(Change change, String path) {
    return MARK + change.id() + "#" + path;
  }

  static Object inData(String text) {
    return text.startsWith(MARK) ? Map.of(Placeholders.REF, text.substring(MARK.length())) : text;
  }
}
