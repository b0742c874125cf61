package dev.firstday.line.pages;

import dev.firstday.catalog.Setting;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.assess.Assessment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One answer that is asked for. What several steps share is asked once.
 *
 * @param key its full key
 * @param missing whether a change can't be made without it
 */
public record Question(String key, Setting setting, StepView step, boolean missing) {

  /** The answers of some steps that have an effect, in order. */
  public static List<Question> of(List<String> steps, Session session) {
    Map<String, Question> all = new LinkedHashMap<>();
    for (String id : steps) {
      StepView step = session.step(id);
      step.entry().settings().stream()
          .filter(setting -> hasEffect(setting, id, session))
          .map(setting -> question(setting, step, session))
          .forEach(one -> all.merge(one.key(), one, (a, b) -> a.missing() ? a : b));
    }
    return List.copyOf(all.values());
  }

  /** Those that the catalogue wants asked on the first day; what is shared comes first. */
  static List<Question> first(Session session) {
    List<StepView> wanted =
        session.steps().stream().filter(step -> step.skipped().isEmpty()).toList();
    Stream<Question> shared =
        session.catalog().shared().stream()
            .filter(setting -> wanted.stream().anyMatch(step -> uses(setting, step)))
            .map(setting -> new Question(setting.key(), setting, wanted.getFirst(), false));
    Stream<Question> own =
        of(wanted.stream().map(StepView::id).toList(), session).stream()
            .filter(one -> !one.shared());
    return Stream.concat(shared, own).filter(one -> one.setting().ask()).toList();
  }

  private static boolean uses(Setting shared, StepView step) {
    return step.entry().settings().stream()
        .anyMatch(setting -> setting.from().filter(shared.key()::equals).isPresent());
  }

  private static boolean hasEffect(Setting setting, String step, Session session) {
    return setting
        .when()
        .map(when -> when.split("=", 2))
        .map(when -> session.answers(step).text(when[0]).filter(when[1]::equals).isPresent())
        .orElse(true);
  }

  private static Question question(Setting setting, StepView step, Session session) {
    boolean missing =
        step.assessment()
            .map(Assessment::missingAnswers)
            .filter(keys -> keys.contains(setting.key()))
            .isPresent();
    Optional<String> own = session.answers(step.id()).text(setting.key());
    return setting
        .from()
        .filter(shared -> own.equals(session.answer(shared)))
        .flatMap(shared -> session.catalog().sharedSetting(shared))
        .map(shared -> new Question(shared.key(), shared, step, missing))
        .orElseGet(() -> new Question(step.id() + "." + setting.key(), setting, step, missing));
  }

  /** Whether several steps share it. */
  boolean shared() {
    return key.indexOf('.') < 0;
  }

  List<String> choices() {
    return setting.type() == Setting.Type.BOOLEAN ? List.of("true", "false") : setting.choices();
  }

  boolean number() {
    return setting.type() == Setting.Type.INTEGER || setting.type() == Setting.Type.DECIMAL;
  }
}
