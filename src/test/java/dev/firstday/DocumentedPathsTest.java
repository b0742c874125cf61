package dev.firstday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sources that the documentation names are where it says. */
class DocumentedPathsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/firstday");
  private static final Pattern SOURCE =
      Pattern.compile("`((?:src/[\\w/]+/)?(?:[a-z]+/)+[A-Z]\\w+\\.java)`");

  @Test
  void a_source_that_a_page_names_is_there() throws IOException {
    List<String> named = named();
    assertTrue(named.size() > 10, "found nothing to check");
    assertEquals(
        List.of(),
        named.stream()
            .filter(
                path -> Files.notExists(Path.of(path)) && Files.notExists(SOURCES.resolve(path)))
            .toList());
  }

  private static List<String> named() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(docs, Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")))
          .filter(page -> page.toString().endsWith(".md"))
          .flatMap(page -> SOURCE.matcher(read(page)).results())
          .map(found -> found.group(1))
          .distinct()
          .toList();
    }
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
