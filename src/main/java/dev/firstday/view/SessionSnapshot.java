package dev.firstday.view;

import dev.firstday.catalog.Catalog;
import dev.firstday.engine.AnswerEditor;
import dev.firstday.engine.PresetView;
import dev.firstday.engine.Progress;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Printer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a session knows at one moment.
 *
 * @param answers the answers that each step would use, by its id
 * @param shared the answers that several steps share, by their key
 * @param given every answer that somebody gave, by its full key
 * @param drafts what was typed into fields and can't be used yet, by the settings' full keys
 * @param before how the steps stood when the wizard was last used here
 * @param presets the choices of steps, with what each costs
 */
public record SessionSnapshot(
    Identity identity,
    Catalog catalog,
    List<StepView> steps,
    Map<String, Answers> answers,
    Map<String, String> shared,
    Map<String, String> given,
    Map<String, AnswerEditor.AnswerDraft> drafts,
    Printer printer,
    Optional<Notes.LastCheck> before,
    List<PresetView> presets) {

  public static SessionSnapshot of(Session session) {
    Map<String, Answers> answers = new HashMap<>();
    session.catalog().steps().forEach(step -> answers.put(step.id(), session.answers(step.id())));
    Map<String, String> shared = new HashMap<>();
    session
        .catalog()
        .shared()
        .forEach(
            setting -> session.answer(setting.key()).ifPresent(v -> shared.put(setting.key(), v)));
    return new SessionSnapshot(
        session.identity(),
        session.catalog(),
        session.steps(),
        Map.copyOf(answers),
        Map.copyOf(shared),
        Map.copyOf(session.answerEditor().given()),
        session.answerEditor().drafts(),
        session.printer(),
        session.before(),
        session.presets());
  }

  public Progress progress() {
    return new Progress(steps);
  }

  public StepView step(String id) {
    return progress().step(id).orElseThrow();
  }

  /** What applying these steps would write, from the look at each that this moment knows. */
  public Plan plan(Collection<String> ids) {
    Map<String, Assessment> looks = new LinkedHashMap<>();
    catalog.applyOrder().stream()
        .filter(entry -> ids.contains(entry.id()))
        .forEach(
            entry -> step(entry.id()).assessment().ifPresent(seen -> looks.put(entry.id(), seen)));
    return Plan.from(identity.accountId(), looks);
  }

  /** A plan as AWS CLI commands, or as the JSON that {@code firstday plan --output json} prints. */
  public String script(Plan plan, boolean json, Texts texts) {
    return json
        ? printer.plan(
            plan,
            given,
            (step, change) -> texts.change(new Plan.Planned(change, List.of(step)), catalog))
        : printer.awsCli(plan);
  }

  /** What some steps cost a month with the chosen settings. */
  public BigDecimal monthlyUsd(Collection<String> ids) {
    return ids.stream().map(id -> step(id).monthlyUsd()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The numbers of the steps that some changes were made for. */
  public String numbers(List<Plan.Planned> made) {
    return made.stream()
        .flatMap(planned -> planned.steps().stream())
        .map(progress()::number)
        .filter(number -> number > 0)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /** The answer to a full key that holds now. */
  public Optional<String> answer(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? Optional.ofNullable(shared.get(key))
        : Optional.ofNullable(answers.get(key.substring(0, dot)))
            .flatMap(step -> step.text(key.substring(dot + 1)));
  }
}
