package dev.firstday.tui;

import dev.firstday.catalog.Language;
import dev.firstday.engine.AnswerEditor;
import dev.firstday.engine.Session;
import dev.firstday.engine.Texts;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.View;
import dev.firstday.tui.screens.start.OnboardingFlow;
import java.util.Optional;

/** Goes where a screen wants to go, and does what it asks for. */
final class ActionRunner {
  private final AppState state;
  private final WizardOptions options;
  private final Effects effects;
  private final BackgroundTasks tasks;
  private final ApplyControl apply;
  private Runnable leaveSignIn = () -> {};

  ActionRunner(
      AppState state,
      WizardOptions options,
      Effects effects,
      BackgroundTasks tasks,
      ApplyControl apply) {
    this.state = state;
    this.options = options;
    this.effects = effects;
    this.tasks = tasks;
    this.apply = apply;
  }

  /** Goes where a key leads. */
  void follow(Dispatch.KeyReply reply) {
    go(reply.view());
    state.hint(reply.hint());
    reply.actions().forEach(this::perform);
  }

  /** Goes where a screen wants to go by itself. */
  void follow(Update move) {
    go(new View(move.from(state.stack()), state.view().bar()));
    state.hint(move.hint().or(state::hint));
    move.actions().forEach(this::perform);
  }

  private void go(View next) {
    boolean before = state.visited().isPresent();
    state.show(next);
    if (!before) {
      state.visited().ifPresent(tasks::remember);
    }
  }

  void perform(Action action) {
    state.forgetSnapshot();
    switch (action) {
      case Action.StepAction step -> perform(step);
      case Action.ApplyAction write -> apply.perform(write);
      case Action.OutputAction output -> perform(output);
      case Action.DisplayAction display -> perform(display);
    }
  }

  private void perform(Action.StepAction action) {
    switch (action) {
      case Action.Connect() -> {
        state.late(Optional.empty());
        leaveSignIn = tasks.connect(options.connector());
      }
      case Action.LeaveSignIn() -> leaveSignIn.run();
      case Action.Check(var steps) -> {
        state.late(Optional.empty());
        tasks.check(session(), steps);
      }
      case Action.CheckThenPlan(var steps) -> {
        state.late(Optional.empty());
        tasks.checkThenPlan(session(), steps);
      }
      case Action.Leave(var steps) -> session().leave(steps);
      case Action.KeepAnswer(var key, var text) -> tasks.typed(session(), key, text);
      case Action.AskFirst() -> follow(OnboardingFlow.ask(state.model()));
      case Action.Skip(var step, var reason) -> session().skip(step, reason);
      case Action.Attest(var step, var done) -> tasks.attest(session(), step, done);
      case Action.TestRights(var plan) -> tasks.testRights(session(), plan);
      case Action.ReadHistory() -> tasks.history(session());
    }
  }

  private Session session() {
    return state.session().orElseThrow();
  }

  private void perform(Action.OutputAction action) {
    switch (action) {
      case Action.OpenPage(var link) -> {
        state.say("opening");
        tasks.open(link);
      }
      case Action.ShowAlone(var link, var root) -> effects.showAlone(alone(link, root));
      case Action.Copy(var text) -> tasks.copy(text);
      case Action.CopyPage() -> tasks.copy(new PageLayout(state.view(), state.model()).text());
      case Action.Save(var name, var text) ->
          tasks.save(session(), options.files(), name, () -> text);
      case Action.SaveReport() -> saveReport();
    }
  }

  private void saveReport() {
    Session session = session();
    if (session.steps().stream().anyMatch(step -> step.assessment().isEmpty())) {
      state.say("report.too-early");
      return;
    }
    Language language = state.look().language();
    WizardOptions.Files files = options.files();
    tasks.save(session, files, "report.md", () -> files.report(session, language));
  }

  private void perform(Action.DisplayAction action) {
    DisplayPreferences look = state.look();
    switch (action) {
      case Action.SwitchLanguage() -> keep(look.otherLanguage());
      case Action.SwitchColours(int by) -> keep(look.palette(by));
      case Action.SwitchMask() -> state.look(look.otherMask());
      case Action.SwitchMouse() -> {
        state.look(look.otherMouse());
        effects.mouse(state.look().mouse());
      }
      case Action.KeepLook() -> keep(look);
      case Action.DropKeys() -> effects.dropKeys();
      case Action.Repaint() -> effects.repaint();
      case Action.Suspend() -> {
        saveAnswers();
        effects.suspend();
      }
      case Action.Quit(int code) -> state.end(code);
    }
  }

  private void keep(DisplayPreferences wanted) {
    state.look(wanted);
    options.keepLook().accept(wanted);
  }

  /** Returns when everything that was typed is on disk: another process may be next to read it. */
  void saveAnswers() {
    state.session().map(Session::answerEditor).ifPresent(AnswerEditor::save);
  }

  /** A link, with what to do with it, for the normal screen. */
  private String alone(String link, boolean root) {
    Texts words = state.texts();
    return words.say(root ? "tui.alone.before.root" : "tui.alone.before")
        + "\n\n"
        + link
        + "\n\n"
        + words.say("tui.alone.after");
  }
}
