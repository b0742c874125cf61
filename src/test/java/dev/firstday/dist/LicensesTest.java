package dev.firstday.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LicensesTest {
  private static final Path FOLDER = Path.of("dist/licenses");

  /** On the class path of the tests alone. */
  private static final List<String> NOT_SHIPPED =
      List.of(
          "apiguardian",
          "archunit",
          "asm-",
          "byte-buddy",
          "checker-qual",
          "commons-io",
          "error_prone",
          "failureaccess",
          "google-java-format",
          "guava",
          "itu-",
          "j2objc",
          "jline-builtins",
          "jline-style",
          "json-schema-validator",
          "jspecify",
          "maven-shared-utils",
          "jsr305",
          "junit",
          "listenablefuture",
          "opentest4j",
          "picocli-codegen",
          "surefire");

  /** One row of the table. */
  private record Row(List<String> jars, String licence, List<String> texts) {}

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(FOLDER.resolve("THIRD-PARTY.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
        .skip(1)
        .map(line -> line.split(" \\| "))
        .map(
            cells ->
                new Row(
                    List.of(cells[1].split(", ")),
                    cells[2],
                    Stream.of(cells[3].replace("|", "").split(","))
                        .map(text -> text.strip().replace("`", ""))
                        .toList()))
        .toList();
  }

  @Test
  void every_library_that_is_shipped_is_named_with_its_licence() throws IOException {
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(file -> file.endsWith(".jar"))
            .map(file -> Path.of(file).getFileName().toString())
            .filter(jar -> NOT_SHIPPED.stream().noneMatch(jar::startsWith))
            .toList();
    assertTrue(jars.size() > 50, "found no libraries: " + jars);
    List<Row> rows = rows();
    assertEquals(
        List.of(),
        jars.stream()
            .filter(
                jar -> rows.stream().noneMatch(r -> r.jars().stream().anyMatch(jar::startsWith)))
            .toList());
  }

  @Test
  void every_licence_has_its_text() throws IOException {
    for (Row row : rows()) {
      for (String text : row.texts()) {
        Path file =
            text.equals("../LICENSE") ? Path.of("LICENSE") : FOLDER.resolve(text).normalize();
        assertTrue(Files.isRegularFile(file), row.licence() + ": " + file);
      }
    }
  }
}
