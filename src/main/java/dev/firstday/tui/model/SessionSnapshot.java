package dev.firstday.tui.model;

import dev.firstday.catalog.Catalog;
import dev.firstday.engine.AnswerEditor;
import dev.firstday.engine.PresetView;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.plan.Printer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
}
