package dev.firstday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that is written depends on the locale of the machine: not a digit, not a letter. */
class LocaleTest {
  /** What a formatter writes in the locale's own digits or words. */
  private static final Pattern LOCALISED =
      Pattern.compile("%(\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?[dfeEgGtT](?![a-z])");

  /** How far before it the locale may stand. */
  private static final int NEAR = 160;

  private static boolean forbidden(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    boolean locale =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.getName().equals(Locale.class.getName()));
    return !locale
        && switch (owner) {
          case "java.lang.String" ->
              Set.of("toLowerCase", "toUpperCase", "format").contains(call.getName());
          case "java.io.PrintWriter", "java.io.PrintStream" ->
              Set.of("printf", "format").contains(call.getName());
          case "java.text.NumberFormat", "java.text.DateFormat", "java.text.MessageFormat" ->
              call.getName().startsWith("get") || call.getName().equals("format");
          case "java.time.format.DateTimeFormatter" ->
              call.getName().equals("ofPattern") || call.getName().startsWith("ofLocalized");
          default -> false;
        };
  }

  @Test
  void nobody_calls_what_goes_by_the_locale_of_the_machine() {
    JavaClasses ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.firstday");
    assertTrue(ours.size() > 100);
    assertEquals(
        "",
        String.join(
            "\n",
            ours.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(LocaleTest::forbidden)
                .map(JavaMethodCall::getDescription)
                .sorted()
                .toList()));
  }

  @Test
  void a_number_is_formatted_with_a_locale_that_is_named() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Matcher found = LOCALISED.matcher(source);
        while (found.find()) {
          String before = source.substring(Math.max(0, found.start() - NEAR), found.start());
          if (!before.contains("Locale.ROOT")) {
            wrong.add(file + ": " + found.group());
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
