package dev.firstday.view;

import dev.firstday.catalog.Setting;
import dev.firstday.engine.AnswerEditor;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Assessment;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
  public static List<Question> of(List<String> steps, SessionSnapshot session) {
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

  /** Those of them that the catalogue wants asked on the first day; what is shared comes first. */
  public static List<Question> firstDay(List<String> steps, SessionSnapshot session) {
    Stream<Question> shared =
        session.catalog().shared().stream()
            .flatMap(
                setting ->
                    steps.stream()
                        .map(session::step)
                        .filter(step -> uses(setting, step))
                        .findFirst()
                        .map(step -> new Question(setting.key(), setting, step, false))
                        .stream());
    Stream<Question> own = of(steps, session).stream().filter(one -> !one.shared());
    return Stream.concat(shared, own).filter(one -> one.setting().ask()).toList();
  }

  private static boolean uses(Setting shared, StepView step) {
    return step.entry().settings().stream()
        .anyMatch(setting -> setting.from().filter(shared.key()::equals).isPresent());
  }

  private static boolean hasEffect(Setting setting, String step, SessionSnapshot session) {
    return setting
        .when()
        .map(when -> when.split("=", 2))
        .map(when -> session.answer(step + "." + when[0]).filter(when[1]::equals).isPresent())
        .orElse(true);
  }

  private static Question question(Setting setting, StepView step, SessionSnapshot session) {
    boolean missing =
        step.assessment()
            .map(Assessment::missingAnswers)
            .filter(keys -> keys.contains(setting.key()))
            .isPresent();
    String key = step.id() + "." + setting.key();
    return setting
        .from()
        .filter(shared -> session.answer(key).equals(session.answer(shared)))
        .flatMap(session.catalog()::sharedSetting)
        .map(shared -> new Question(shared.key(), shared, step, missing))
        .orElseGet(() -> new Question(key, setting, step, missing));
  }

  /** Whether several steps share it. */
  public boolean shared() {
    return key.indexOf('.') < 0;
  }

  /** Whether it is chosen rather than typed. */
  public boolean chosen() {
    return !choices().isEmpty();
  }

  public List<String> choices() {
    return setting.type() == Setting.Type.BOOLEAN ? List.of("true", "false") : setting.choices();
  }

  /** The choice behind or before the present one; goes round. */
  public String choice(String now, int by) {
    return choices().get(Math.floorMod(choices().indexOf(now) + by, choices().size()));
  }

  /** The answer that holds now. */
  public Optional<String> value(SessionSnapshot session) {
    return session.answer(key);
  }

  /** What was typed and can't be used yet; a choice is never half made. */
  public Optional<AnswerEditor.AnswerDraft> draft(SessionSnapshot session) {
    return Optional.ofNullable(session.drafts().get(key)).filter(draft -> !chosen());
  }

  /** What a field shows: what was typed, even if it can't be used yet. */
  public String text(SessionSnapshot session) {
    return draft(session).map(AnswerEditor.AnswerDraft::text).or(() -> value(session)).orElse("");
  }

  /** What is said where there is no answer. */
  public String unset(SessionSnapshot session, Texts texts) {
    boolean eachDefault = session.catalog().stepsHaveDefaults(key);
    return texts.say(eachDefault ? "tui.detail.each-default" : "tui.detail.unset");
  }

  /** Who sees the answer and when it is used, where the catalogue says so. */
  public Optional<String> about(Texts texts) {
    return setting.about().map(texts::of);
  }

  /** What may be typed, and what holds where nothing is. */
  public String rule(Texts texts) {
    String otherwise =
        setting
            .preset()
            .map(preset -> " " + texts.say("tui.form.default", amount(preset)))
            .orElse("");
    return limits(texts) + otherwise;
  }

  private String limits(Texts texts) {
    if (setting.min().isEmpty() || setting.max().isEmpty() || setting.type().isList()) {
      return texts.say("tui.form.type." + setting.type());
    }
    boolean number =
        setting.type() == Setting.Type.INTEGER || setting.type() == Setting.Type.DECIMAL;
    String most = grouped(setting.max().get());
    return texts.say(
        number ? "tui.form.range" : "tui.form.length",
        setting.min().get().toPlainString(),
        number ? amount(most) : most);
  }

  private static String grouped(BigDecimal number) {
    return number.scale() > 0
        ? number.toPlainString()
        : String.format(Locale.ROOT, "%,d", number.toBigInteger());
  }

  /** A value with its unit. */
  private String amount(String value) {
    return setting.unit().map(unit -> value + " " + unit).orElse(value);
  }

  /** The answer with its unit, where it is so large that it may not be meant. */
  public Optional<String> large(SessionSnapshot session) {
    return setting
        .large()
        .flatMap(limit -> value(session).filter(now -> new BigDecimal(now).compareTo(limit) > 0))
        .map(now -> amount(grouped(new BigDecimal(now))));
  }
}
