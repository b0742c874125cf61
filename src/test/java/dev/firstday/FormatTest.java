package dev.firstday;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds every source to google-java-format; {@code mvn test -Dtest=FormatTest -Dformat=true}
 * rewrites them.
 */
class FormatTest {
  private static final boolean REWRITE = Boolean.getBoolean("format");

  @Test
  void every_source_is_formatted() throws IOException, FormatterException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    List<Path> unformatted = new ArrayList<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      String formatted = format(text);
      if (!formatted.equals(text)) {
        unformatted.add(source);
        if (REWRITE) {
          Files.writeString(source, formatted);
        }
      }
    }
    assertTrue(
        REWRITE || unformatted.isEmpty(),
        () ->
            "not formatted: "
                + unformatted
                + "\nmvn test -Dtest=FormatTest -Dformat=true rewrites them");
    assertTrue(sources.size() > 1, "found no sources to check");
  }

  private static String format(String text) throws FormatterException {
    String ordered =
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(ordered);
  }
}
