package dev.firstday.aws.operations;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import java.util.Map;
import java.util.UUID;

/**
 * Values that are known only at the call: of an earlier response, secrets, what a person is asked
 * for. A typed request has no room for a placeholder, so a marked text travels in its stead until
 * the request has become data.
 */
public final class References {
  // Nobody else knows it: a name that AWS answers with is never taken for a placeholder.
  private static final String MARK = "\u0001" + UUID.randomUUID();

  private References() {}

  /**
   * Stands for a value of a change's response.
   *
   * @param path as {@code /MonitorArn}
   */
  public static String to(Change change, String path) {
    return MARK + Placeholders.REF + ":" + name(change, path);
  }

  /** The name of a value of a change's response, as placeholders have it. */
  public static String name(Change change, String path) {
    return change.id() + "#" + path;
  }

  /** Stands for a secret. */
  public static String secret(String name) {
    return MARK + Placeholders.SECRET + ":" + name;
  }

  /** Stands for what a person is asked for. */
  public static String asked(String name) {
    return MARK + Placeholders.ASK + ":" + name;
  }

  static Object inData(String text) {
    if (!text.startsWith(MARK)) {
      return text;
    }
    int colon = text.indexOf(':', MARK.length());
    return Map.of(text.substring(MARK.length(), colon), text.substring(colon + 1));
  }

  /**
   * A key of a map of AWS's as the data has it: a tag may be called like a placeholder, and a
   * placeholder is told by its key. {@link #key} takes it back.
   */
  static String keyInData(String key) {
    return key.startsWith("$") ? "$" + key : key;
  }

  /** The key that AWS knows. */
  static String key(String inData) {
    return inData.startsWith("$") ? inData.substring(1) : inData;
  }
}
