package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Texts;
import dev.firstday.terminal.Glyphs;
import dev.firstday.tui.widgets.Size;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where something went wrong, the page says where the calls are logged, and nowhere else. */
class LogOnPagesTest {
  private static final String LOG = "~/.local/state/firstday/logs/20261122T090000Z-4711.log";

  @ParameterizedTest
  @CsvSource({
    "detail-denied, true",
    "result-failed, true",
    "signed-out, true",
    "detail, false",
    "result, false",
    "by-hand, false",
  })
  void a_page_names_the_log_where_something_went_wrong(String scene, boolean named) {
    for (Language language : Language.values()) {
      Driver wizard = Scene.named(scene).in(language, new Size(120, 60), Glyphs.UNICODE);
      wizard.log = Optional.of(LOG);
      assertEquals(named, wizard.text().contains(LOG), wizard.text());
      wizard.log = Optional.empty();
      String label = new Texts(language).say("run-log", "").strip();
      assertEquals(false, wizard.text().contains(label), wizard.text());
    }
  }
}
