package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** On a machine whose locale has digits and letters of its own, all that is written is the same. */
@Isolated
class ArabicLocaleTest {
  private final Locale before = Locale.getDefault();
  private final Trial firstday;

  ArabicLocaleTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  @BeforeEach
  @AfterEach
  void usual() {
    Locale.setDefault(before);
  }

  private List<String> outputs() {
    List<String> answered =
        Stream.of("json", "aws-cli", "text")
            .map(output -> firstday.answered("plan", "--practice", "--output", output).all())
            .toList();
    List<String> rest =
        Stream.of(
                firstday.run("check", "--practice=half-done"),
                firstday.run("check", "--practice=half-done", "--output", "junit"),
                firstday.run("report", "--practice=half-done", "--format", "md", "--lang", "ja"),
                firstday.run("steps"),
                firstday.run("export", "cloudformation"),
                firstday.run("check", "--practice", "--answers", "nowhere.yaml"),
                firstday.run("plan", "--practice", "--set", "budget.limit=none"))
            .map(Trial.Result::all)
            .toList();
    // A request id is another one at each call.
    return Stream.concat(answered.stream(), rest.stream())
        .map(text -> text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID"))
        .toList();
  }

  @Test
  void scripts_ids_data_and_texts_are_the_same() {
    List<String> usual = outputs();
    for (String locale : List.of("ar-EG-u-nu-arab", "tr-TR")) {
      Locale.setDefault(Locale.forLanguageTag(locale));
      assertEquals(usual, outputs(), locale);
    }
  }
}
