package dev.firstday.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils a file as people, editors and full disks do. */
final class Mutations {
  private static final List<String> VALUES =
      List.of(
          "",
          "null",
          "~",
          "{}",
          "[]",
          "[[",
          "{a: b",
          "-1",
          "0",
          "1e400",
          ".nan",
          "0x7f",
          "true",
          "\"",
          "'",
          "\"\\ud800\"",
          "\u0000",
          "\t",
          "&a *a",
          "*nobody",
          "!!java.net.URL [x]",
          "<<: *a",
          "---",
          "...",
          "%TAG",
          "- - -",
          "? :",
          "|",
          ">",
          "🚀",
          "予算",
          "\u202e",
          "{{0}}",
          "{9}",
          "$ref",
          "../../etc",
          "9".repeat(400),
          "x".repeat(3000),
          "[".repeat(500));

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** The file with one to three things wrong, or with none by chance. */
  byte[] of(String text) {
    String spoilt = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      spoilt = one(spoilt);
    }
    byte[] bytes = spoilt.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(8) == 0 ? flipped(bytes) : bytes;
  }

  private String one(String text) {
    if (text.isEmpty()) {
      return any(VALUES);
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(20));
    return switch (random.nextInt(7)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, at) + any(VALUES) + text.substring(at);
      case 3 -> text.substring(0, end) + text.substring(at);
      case 4 -> value(text, at);
      default -> lines(text);
    };
  }

  /** Another value after the next colon. */
  private String value(String text, int from) {
    int colon = text.indexOf(':', from);
    if (colon < 0) {
      return text + any(VALUES);
    }
    int end = colon + 1;
    while (end < text.length() && "\n,}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, colon + 1) + " " + any(VALUES) + text.substring(end);
  }

  private String lines(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(one);
      case 1 -> lines.add(other, lines.get(one));
      case 2 -> lines.add(Math.min(other, lines.size() - 1), lines.remove(one));
      case 3 -> lines.set(one, " ".repeat(random.nextInt(6)) + lines.get(one));
      default -> lines.set(one, lines.get(one).strip());
    }
    return String.join("\n", lines) + "\n";
  }

  private byte[] flipped(byte[] bytes) {
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
