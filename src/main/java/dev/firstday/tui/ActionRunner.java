package dev.firstday.tui;

import dev.firstday.catalog.Language;
import dev.firstday.engine.AnswerEditor;
import dev.firstday.engine.Session;
import dev.firstday.engine.Texts;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.View;
import dev.firstday.tui.screens.plan.Plans;
import dev.firstday.tui.screens.start.AnswersScreen;
import dev.firstday.tui.screens.start.OnboardingFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Goes where a screen wants to go, and does what it asks for. */
final class ActionRunner {
  private final AppState state;
  private final Effects effects;
  private final BackgroundTasks tasks;
  private final ApplyControl apply;
  final SignInControl signIn;

  ActionRunner(AppState state, Effects effects, BackgroundTasks tasks, ApplyControl apply) {
    this.state = state;
    this.effects = effects;
    this.tasks = tasks;
    this.apply = apply;
    this.signIn = new SignInControl(state, effects, tasks, this::perform);
  }

  /** Goes where a key leads. */
  void follow(Dispatch.KeyReply reply) {
    boolean before = state.visited().isPresent();
    state.view = reply.view();
    state.hint = reply.hint();
    if (!before) {
      tasks.remember();
    }
    reply.actions().forEach(this::perform);
  }

  /** Goes where a screen wants to go by itself. */
  void follow(Update move) {
    View view = new View(move.from(state.stack()), state.view.bar());
    follow(new Dispatch.KeyReply(view, move.actions(), move.hint().or(() -> state.hint)));
  }

  void perform(Action action) {
    state.forgetSnapshot();
    switch (action) {
      case Action.SignInAction sign -> signIn.perform(sign);
      case Action.StepAction step -> perform(step, state.signedIn());
      case Action.ApplyAction write -> perform(write);
      case Action.OutputAction output -> perform(output);
      case Action.DisplayAction display -> perform(display);
    }
  }

  private void perform(Action.StepAction action, Session session) {
    switch (action) {
      case Action.Check(var steps) -> check(steps, tasks::remember);
      case Action.CheckThenPlan(var steps) -> check(steps, this::checked);
      case Action.Leave(var steps) -> session.leave(steps);
      case Action.KeepAnswer(var key, var text) -> keepAnswer(key, text, session);
      case Action.AskFirst() -> follow(OnboardingFlow.ask(state.model()));
      case Action.Skip(var step, var reason) -> session.skip(step, reason);
      case Action.Attest(var step, var done) ->
          tasks.run(
              () ->
                  session.attest(step, Optional.of(session.identity().name()).filter(by -> done)));
      case Action.TestRights(var plan) ->
          tasks.run(() -> session.rights(plan), rights -> rightsTested(plan, rights));
      case Action.PlanUndo(var steps) -> {
        state.say("undo.looking");
        tasks.run(() -> session.undoPlan(steps), plan -> undoPlanned(steps, plan));
      }
      case Action.ReadHistory() ->
          tasks.run(
              session::history,
              changes -> follow(Update.open(new PlanState.History(changes.reversed(), 0))));
    }
  }

  /** The disk is not waited for, and what is typed meanwhile goes along. */
  private void keepAnswer(String key, String text, Session session) {
    if (session.answerEditor().typed(key, text)) {
      tasks.run(session.answerEditor()::save);
    }
  }

  private void check(List<String> steps, Runnable then) {
    Session session = state.signedIn();
    state.late = Optional.empty();
    tasks.run(
        () -> {
          session.check(steps);
          return steps;
        },
        checked -> then.run());
  }

  /** The steps of a plan have been checked. */
  private void checked() {
    if (!(state.stack().top() instanceof StartState.AnswerForm form) || !form.waiting()) {
      return;
    }
    Model model = state.model();
    if (model.answersMissing(form.steps())) {
      state.say("form.still-missing");
      follow(Update.become(AnswersScreen.start(form.steps(), form.planFor(), model)));
    } else {
      follow(Update.back().then(Plans.show(form.planFor(), model)));
    }
  }

  void rightsTested(Plan plan, PermissionReport rights) {
    state.change(PlanState.Planning.class, planning -> planning.tested(plan, rights));
  }

  /** Shows what can be taken back, unless the person who asked has gone elsewhere. */
  private void undoPlanned(List<String> steps, UndoPlan plan) {
    boolean stillThere =
        switch (state.stack().top()) {
          case StepState.StepList list -> true;
          case StepState.Detail step -> true;
          case PlanState.History history -> true;
          case PlanState.Result result -> true;
          default -> false;
        };
    if (stillThere) {
      state.hint = Optional.empty();
      follow(Plans.undo(steps, plan, state.model()));
    }
  }

  private void perform(Action.ApplyAction action) {
    switch (action) {
      case Action.Apply(var plan) -> apply.apply(plan);
      case Action.Undo(var plan) -> apply.undo(plan);
      case Action.Tell(var answer) -> apply.tell(answer);
      case Action.StopApplying() -> apply.stop();
    }
  }

  private void perform(Action.OutputAction action) {
    switch (action) {
      case Action.OpenPage(var link) -> {
        state.say("opening");
        tasks.run(() -> effects.open(link), opened -> state.say("opened." + opened));
      }
      case Action.ShowAlone(var link, var root) -> effects.showAlone(alone(link, root));
      case Action.Copy(var text) -> copy(text);
      case Action.CopyPage() -> copy(new PageLayout(state.view, state.model()).text());
      case Action.Save(var name, var text) -> save(name, () -> text);
      case Action.SaveReport() -> saveReport();
    }
  }

  private void copy(String text) {
    tasks.run(() -> effects.copy(text), copied -> state.say("copied." + copied));
  }

  private void save(String name, Supplier<String> text) {
    Session session = state.signedIn();
    tasks.run(
        () -> state.options.files().save(session, name, text.get()),
        path ->
            path.ifPresentOrElse(saved -> state.say("saved", saved), () -> state.say("not-saved")));
  }

  private void saveReport() {
    Session session = state.signedIn();
    Language language = state.look.language();
    if (session.steps().stream().anyMatch(step -> step.assessment().isEmpty())) {
      state.say("report.too-early");
    } else {
      save("report.md", () -> state.options.files().report(session, language));
    }
  }

  private void perform(Action.DisplayAction action) {
    DisplayPreferences look = state.look;
    switch (action) {
      case Action.SwitchLanguage() -> keep(look.otherLanguage());
      case Action.SwitchColours(int by) -> keep(look.palette(by));
      case Action.SwitchMask() -> state.look = look.otherMask();
      case Action.SwitchMouse() -> {
        state.look = look.otherMouse();
        effects.mouse(state.look.mouse());
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
    state.look = wanted;
    state.options.keepLook().accept(wanted);
  }

  /** Returns when everything that was typed is on disk: another process may be next to read it. */
  void saveAnswers() {
    state.session.map(Session::answerEditor).ifPresent(AnswerEditor::save);
  }

  /** A link, with what to do with it, for the normal screen. */
  private String alone(String link, boolean root) {
    Texts words = state.texts();
    return String.join(
        "\n\n",
        words.say(root ? "tui.alone.before.root" : "tui.alone.before"),
        link,
        words.say("tui.alone.after"));
  }
}
