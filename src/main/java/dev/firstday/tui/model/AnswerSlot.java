package dev.firstday.tui.model;

import dev.firstday.catalog.Note;
import dev.firstday.catalog.Setting;
import dev.firstday.engine.AnswerEditor;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One answer that is asked for. What several steps share is asked once.
 *
 * @param key its full key
 * @param missing whether a change can't be made without it
 */
public record AnswerSlot(String key, Setting setting, StepView step, boolean missing) {

  /** The answers of some steps that have an effect, in order. */
  public static List<AnswerSlot> of(List<String> steps, Model model) {
    Map<String, AnswerSlot> slots = new LinkedHashMap<>();
    for (String id : steps) {
      StepView step = model.step(id);
      step.entry().settings().stream()
          .filter(setting -> hasEffect(setting, id, model))
          .map(setting -> slot(setting, step, model))
          .forEach(slot -> slots.merge(slot.key(), slot, AnswerSlot::either));
    }
    return List.copyOf(slots.values());
  }

  /** Those of them that the catalogue wants asked on the first day; what is shared comes first. */
  public static List<AnswerSlot> asked(List<String> steps, Model model) {
    Stream<AnswerSlot> shared =
        model.session().catalog().shared().stream()
            .filter(setting -> model.steps().stream().anyMatch(step -> uses(setting, step)))
            .map(
                setting -> new AnswerSlot(setting.key(), setting, model.steps().getFirst(), false));
    Stream<AnswerSlot> own = of(steps, model).stream().filter(slot -> !slot.shared());
    return Stream.concat(shared, own).filter(slot -> slot.setting().ask()).toList();
  }

  private static boolean uses(Setting shared, StepView step) {
    return step.entry().settings().stream()
        .anyMatch(setting -> setting.from().filter(shared.key()::equals).isPresent());
  }

  /** Whether several steps share it. */
  public boolean shared() {
    return key.indexOf('.') < 0;
  }

  private static boolean hasEffect(Setting setting, String step, Model model) {
    return setting
        .when()
        .map(when -> when.split("=", 2))
        .map(when -> answers(model, step).text(when[0]).filter(when[1]::equals).isPresent())
        .orElse(true);
  }

  private static Answers answers(Model model, String step) {
    return Objects.requireNonNull(model.session().answers().get(step));
  }

  private static AnswerSlot slot(Setting setting, StepView step, Model model) {
    boolean missing =
        step.assessment()
            .map(Assessment::missingAnswers)
            .filter(keys -> keys.contains(setting.key()))
            .isPresent();
    Optional<String> own = answers(model, step.id()).text(setting.key());
    return setting
        .from()
        .filter(shared -> own.equals(Optional.ofNullable(model.session().shared().get(shared))))
        .flatMap(shared -> model.session().catalog().sharedSetting(shared))
        .map(shared -> new AnswerSlot(shared.key(), shared, step, missing))
        .orElseGet(() -> new AnswerSlot(step.id() + "." + setting.key(), setting, step, missing));
  }

  private static AnswerSlot either(AnswerSlot one, AnswerSlot other) {
    return one.missing() ? one : other;
  }

  public String label(Texts words) {
    return words.of(setting.label());
  }

  /** Whether it is chosen rather than typed. */
  public boolean chosen() {
    return !choices().isEmpty();
  }

  List<String> choices() {
    return setting.type() == Setting.Type.BOOLEAN ? List.of("true", "false") : setting.choices();
  }

  /** The choice behind or before the present one; goes round. */
  public String choice(String now, int by) {
    List<String> choices = choices();
    return choices.get(Math.floorMod(choices.indexOf(now) + by, choices.size()));
  }

  /** The answer that holds now. */
  public Optional<String> value(Model model) {
    int dot = key.indexOf('.');
    return dot < 0
        ? Optional.ofNullable(model.session().shared().get(key))
        : answers(model, step.id()).text(key.substring(dot + 1));
  }

  /** What was typed and can't be used yet; a choice is never half made. */
  public Optional<AnswerEditor.AnswerDraft> draft(Model model) {
    return Optional.ofNullable(model.session().drafts().get(key)).filter(draft -> !chosen());
  }

  /** What the field shows: what was typed, even if it can't be used yet. */
  public String text(Model model) {
    return draft(model).map(AnswerEditor.AnswerDraft::text).or(() -> value(model)).orElse("");
  }

  /** What is said where there is no answer. */
  public String unset(Model model) {
    boolean eachDefault = model.session().catalog().stepsHaveDefaults(key);
    return model.words().say(eachDefault ? "tui.detail.each-default" : "tui.detail.unset");
  }

  /** What may be written here. */
  public String hint(Texts words) {
    Optional<Note> limits =
        setting.min().isPresent() && setting.max().isPresent() && !setting.type().isList()
            ? Optional.of(
                Note.of(
                    isNumber() ? "range" : "length",
                    setting.min().get().toPlainString(),
                    setting.max().get().toPlainString()))
            : Optional.empty();
    if (chosen()) {
      return words.say("tui.form.choose");
    }
    String hint =
        limits
            .map(note -> words.say("tui.form." + note.code(), note.values().toArray()))
            .orElseGet(() -> words.say("tui.form.type." + setting.type()));
    return setting
        .preset()
        .map(preset -> hint + " " + words.say("tui.form.default", preset))
        .orElse(hint);
  }

  private boolean isNumber() {
    return setting.type() == Setting.Type.INTEGER || setting.type() == Setting.Type.DECIMAL;
  }
}
