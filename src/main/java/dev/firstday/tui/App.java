package dev.firstday.tui;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.TerminalEvent;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.ApplyProgress;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptAnswer;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.SessionSnapshot;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.View;
import dev.firstday.tui.screens.plan.Plans;
import dev.firstday.tui.screens.start.AnswersScreen;
import dev.firstday.tui.screens.start.OnboardingFlow;
import dev.firstday.tui.widgets.Frame;
import dev.firstday.tui.widgets.ScreenTexts;
import dev.firstday.tui.widgets.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The wizard without a terminal: events in, frames out. Used by one thread; whatever may block runs
 * in the background and comes back as an event.
 */
public final class App {
  private final WizardOptions options;
  private final Effects effects;
  private final Glyphs glyphs;
  private final BackgroundTasks tasks;
  private final List<Plan.Planned> made = new ArrayList<>();

  private Size size;
  private DisplayPreferences look;
  private View view;
  private Optional<Session> session = Optional.empty();
  private Optional<SessionSnapshot> known = Optional.empty();
  private Optional<Delay> late = Optional.empty();
  private Optional<String> hint = Optional.empty();
  private Runnable leaveSignIn = () -> {};
  private Runnable stop = () -> {};
  private PersonAtScreen person = new PersonAtScreen(event -> {});
  private boolean applying;
  private OptionalInt ended = OptionalInt.empty();

  App(WizardOptions options, Effects effects, Size size, Glyphs glyphs) {
    this.options = options;
    this.effects = effects;
    this.tasks = new BackgroundTasks(effects);
    this.size = size;
    this.glyphs = glyphs;
    this.look = options.look();
    this.view = View.of(Stack.of(StartState.Welcome.signingIn(options.clock().instant())));
    if (options.firstRun()) {
      view = View.of(view.stack().open(new StartState.Setup(0)));
    }
  }

  /** Begins to sign in; the first frame should have been painted. */
  public void start() {
    options.delays().listen(delay -> effects.send(new Event.Late(delay)));
    perform(new Action.Connect());
  }

  public Frame frame() {
    return new PageLayout(view, model()).frame();
  }

  /** The exit code, once the wizard is over. */
  public OptionalInt ended() {
    return ended;
  }

  /** What to say on the normal screen, once the wizard is over. */
  public List<String> summary() {
    return new Summary(model(), view.stack()).lines();
  }

  public Model model() {
    return new Model(
        size,
        look,
        options.version(),
        glyphs,
        options.browser().available(),
        options.clock().instant(),
        options.zone(),
        known(),
        made,
        applying,
        options.files().log(),
        late,
        hint);
  }

  /** A key changes nothing that the session knows; asking it again would take most of a frame. */
  private Optional<SessionSnapshot> known() {
    if (known.isEmpty()) {
      known = session.map(SessionSnapshot::of);
    }
    return known;
  }

  /** Past the pages of a first run, which nobody is there to read. */
  void home() {
    view = View.of(view.stack().home());
  }

  public View view() {
    return view;
  }

  /** When something has to be done although nothing has happened. */
  public Optional<Instant> wakeAt() {
    if (size.tooSmall()) {
      return Optional.empty();
    }
    Screen top = top();
    return Stream.of(
            top.wakeAt(),
            top.waiting().flatMap(wait -> wait.wakeAt(options.clock().instant(), look.still())))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  void wake() {
    follow(top().wake());
  }

  private Screen top() {
    return Screens.of(view.stack(), model());
  }

  public void handle(Event event) {
    if (!(event instanceof Event.FromTerminal)) {
      known = Optional.empty();
    }
    switch (event) {
      case Event.FromTerminal(TerminalEvent terminal) -> terminal(terminal);
      case Event.SignedIn(Session opened) -> signedIn(opened);
      case Event.SignInFailed failed -> welcome(StartState.Welcome.failed(failed.problem()));
      case Event.RegionMissing missing -> welcome(StartState.Welcome.noRegion());
      case Event.StepChanged changed -> follow(top().refreshed());
      case Event.Assessed looked -> remember();
      case Event.Checked checked -> checked();
      case Event.RightsTested(Plan plan, PermissionReport rights) ->
          change(
              PlanState.Planning.class, state -> ((PlanState.Planning) state).tested(plan, rights));
      case Event.ApplyProgressed(ApplyEvent progress) -> progressed(progress);
      case Event.Asked(ScreenState page) -> {
        // A key that was held must not answer a page that has just appeared.
        effects.dropKeys();
        view = View.of(view.stack().open(page));
      }
      case Event.Applied applied -> applied(applied);
      case Event.Late(Delay delay) -> late(delay);
      case Event.Saved(Optional<String> path) ->
          hint = Optional.of(path.map(p -> say("saved", p)).orElseGet(() -> say("not-saved")));
      case Event.HistoryRead(List<AppliedChange> appliedChanges) ->
          follow(Update.open(new PlanState.History(appliedChanges.reversed(), 0)));
      case Event.UndoPlanned(List<String> steps, UndoPlan plan) -> undoPlanned(steps, plan);
      case Event.NotKept(RecordFailed failure) -> hint = Optional.of(notKept(failure));
      case Event.Copied copied -> hint = Optional.of(say("copied." + copied.result()));
      case Event.PageOpened opened -> hint = Optional.of(say("opened." + opened.result()));
      case Event.Broken(Throwable cause) -> {
        switch (cause) {
          case RuntimeException e -> throw e;
          case Error e -> throw e;
          default -> throw new IllegalStateException(cause);
        }
      }
    }
  }

  private String say(String key, Object... values) {
    return new ScreenTexts(look.language()).say(key, values);
  }

  private String notKept(RecordFailed failure) {
    return new Texts(look.language()).problem(failure);
  }

  private void terminal(TerminalEvent event) {
    switch (event) {
      case TerminalEvent.Pressed pressed -> {
        Model seen = model();
        hint = Optional.empty();
        reply(Dispatch.press(pressed.key(), view, seen));
      }
      case TerminalEvent.Pasted pasted -> {
        hint = Optional.empty();
        reply(Dispatch.paste(pasted.text(), view, model()));
      }
      case TerminalEvent.Clicked clicked -> {
        if (look.mouse()) {
          hint = Optional.empty();
          reply(Dispatch.click(clicked.column(), clicked.row(), view, model()));
        }
      }
      case TerminalEvent.Wheel wheel -> {
        if (look.mouse()) {
          reply(Dispatch.press(wheel.up() ? Key.UP : Key.DOWN, view, model()));
        }
      }
      case TerminalEvent.Resized resized -> size = new Size(resized.columns(), resized.rows());
      case TerminalEvent.ScreenResumed resumed -> effects.repaint();
      case TerminalEvent.Closed closed -> ended = OptionalInt.of(130);
    }
  }

  private void reply(Dispatch.KeyReply reply) {
    go(reply.view());
    hint = reply.hint();
    reply.actions().forEach(this::perform);
  }

  /** Goes where a screen wants to go by itself. */
  private void follow(Update move) {
    go(new View(move.from(view.stack()), view.bar()));
    hint = move.hint().or(() -> hint);
    move.actions().forEach(this::perform);
  }

  private void signedIn(Session opened) {
    session = Optional.of(opened);
    boolean firstTime = opened.before().isEmpty();
    opened.onUnkept(failure -> effects.send(new Event.NotKept(failure)));
    opened.onChange(step -> effects.send(new Event.StepChanged(step)));
    Stack opening = firstTime ? OnboardingFlow.arrived() : Stack.of(StepState.StepList.start());
    view = View.of(underSetup(opening));
    perform(new Action.Check(opened.steps().stream().map(StepView::id).toList()));
  }

  private void welcome(StartState.Welcome state) {
    view = View.of(underSetup(Stack.of(state)));
  }

  /** Whoever chooses colours is left to it, whatever AWS has answered meanwhile. */
  private Stack underSetup(Stack screens) {
    return view.stack().top() instanceof StartState.Setup setup ? screens.open(setup) : screens;
  }

  private void go(View next) {
    boolean before = arriving();
    view = next;
    if (before && !arriving()) {
      remember();
    }
  }

  /** What was seen before the list was is no earlier visit. */
  private void remember() {
    if (!arriving()) {
      tasks.remember(session.orElseThrow());
    }
  }

  private boolean arriving() {
    return view.stack().screens().stream().anyMatch(StartState.Arrival.class::isInstance);
  }

  private void checked() {
    if (!(view.stack().top() instanceof StartState.AnswerForm form) || !form.waiting()) {
      return;
    }
    Model model = model();
    if (model.answersMissing(form.steps())) {
      hint = Optional.of(say("form.still-missing"));
      follow(Update.become(AnswersScreen.start(form.steps(), form.planFor(), model)));
    } else {
      follow(Update.back().then(Plans.show(form.planFor(), model)));
    }
  }

  /** Shows what can be taken back, unless the person who asked has gone elsewhere. */
  private void undoPlanned(List<String> steps, UndoPlan plan) {
    boolean stillThere =
        switch (view.stack().top()) {
          case StepState.StepList list -> true;
          case StepState.Detail step -> true;
          case PlanState.History history -> true;
          case PlanState.Result result -> true;
          default -> false;
        };
    if (stillThere) {
      hint = Optional.empty();
      follow(Plans.undo(steps, plan, model()));
    }
  }

  private void progressed(ApplyEvent event) {
    if (event instanceof ApplyEvent.ChangeDone done) {
      made.add(done.change());
    }
    Instant now = options.clock().instant();
    change(
        PlanState.Applying.class,
        state -> ApplyProgress.after((PlanState.Applying) state, event, now));
  }

  private void late(Delay delay) {
    late = Optional.of(delay);
    if (top().waiting().isEmpty()) {
      hint = Optional.of(new Texts(look.language()).delay(delay));
    }
    Instant now = options.clock().instant();
    change(
        PlanState.Applying.class,
        state -> ApplyProgress.late((PlanState.Applying) state, delay, now));
  }

  private void applied(Event.Applied applied) {
    applying = false;
    remember();
    if (view.stack().top() instanceof PromptState.Stopping) {
      view = View.of(view.stack().back());
    }
    change(
        PlanState.Applying.class,
        state ->
            new PlanState.Result(
                applied.plan(), ((PlanState.Applying) state).undo(), applied.outcome(), 0));
  }

  private <S extends ScreenState> void change(
      Class<S> kind, java.util.function.UnaryOperator<ScreenState> change) {
    view = new View(view.stack().change(kind, change), view.bar());
  }

  private void perform(Action action) {
    known = Optional.empty();
    switch (action) {
      case Action.Connect() -> {
        late = Optional.empty();
        leaveSignIn = tasks.connect(options.connector());
      }
      case Action.LeaveSignIn() -> leaveSignIn.run();
      case Action.Check(List<String> steps) -> {
        late = Optional.empty();
        tasks.check(session.orElseThrow(), steps);
      }
      case Action.CheckThenPlan(List<String> steps) -> {
        late = Optional.empty();
        tasks.checkThenPlan(session.orElseThrow(), steps);
      }
      case Action.Leave(List<String> steps) -> session.orElseThrow().leave(steps);
      case Action.KeepAnswer(String key, String text) ->
          tasks.typed(session.orElseThrow(), key, text);
      case Action.AskFirst() -> follow(OnboardingFlow.ask(model()));
      case Action.Skip(String step, Optional<String> reason) ->
          session.orElseThrow().skip(step, reason);
      case Action.Attest(String step, boolean done) ->
          tasks.attest(session.orElseThrow(), step, done);
      case Action.TestRights(Plan plan) -> tasks.testRights(session.orElseThrow(), plan);
      case Action.Apply(Plan.Confirmed plan) -> {
        applying = true;
        person = new PersonAtScreen(effects::send);
        stop = tasks.apply(session.orElseThrow(), plan, person);
      }
      case Action.PlanUndo(List<String> steps) -> {
        hint = Optional.of(say("undo.looking"));
        tasks.planUndo(session.orElseThrow(), steps);
      }
      case Action.Undo(Plan.Confirmed plan) -> {
        applying = true;
        person = new PersonAtScreen(effects::send);
        stop = tasks.undo(session.orElseThrow(), plan, person);
      }
      case Action.Tell(PromptAnswer answer) -> person.tell(answer);
      case Action.StopApplying() -> stopApplying();
      case Action.DropKeys() -> effects.dropKeys();
      case Action.OpenPage(String link) -> {
        hint = Optional.of(say("opening"));
        tasks.open(link);
      }
      case Action.ShowAlone(String link, boolean root) ->
          effects.showAlone(new ScreenTexts(look.language()).alone(link, root));
      case Action.Copy(String text) -> tasks.copy(text);
      case Action.SwitchLanguage() -> look(look.otherLanguage());
      case Action.SwitchColours(int by) -> look(look.palette(by));
      case Action.Save(String name, String text) ->
          tasks.save(session.orElseThrow(), options.files(), name, () -> text);
      case Action.SaveReport() -> saveReport();
      case Action.ReadHistory() -> tasks.history(session.orElseThrow());
      case Action.SwitchMask() -> look = look.otherMask();
      case Action.SwitchMouse() -> {
        look = look.otherMouse();
        effects.mouse(look.mouse());
      }
      case Action.CopyPage() -> tasks.copy(new PageLayout(view, model()).text());
      case Action.KeepLook() -> options.keepLook().accept(look);
      case Action.Repaint() -> effects.repaint();
      case Action.Suspend() -> {
        saveAnswers();
        effects.suspend();
      }
      case Action.Quit(int code) -> ended = OptionalInt.of(code);
    }
  }

  /** Returns when everything that was typed is on disk: another process may be next to read it. */
  public void saveAnswers() {
    session.ifPresent(Session::saveAnswers);
  }

  private void saveReport() {
    Session known = session.orElseThrow();
    if (known.steps().stream().anyMatch(step -> step.assessment().isEmpty())) {
      hint = Optional.of(say("report.too-early"));
      return;
    }
    Language language = look.language();
    tasks.save(known, options.files(), "report.md", () -> options.files().report(known, language));
  }

  private void look(DisplayPreferences wanted) {
    look = wanted;
    options.keepLook().accept(wanted);
  }

  private void stopApplying() {
    stop.run();
    view = View.of(view.stack().without(PromptState.Password.class));
    view = View.of(view.stack().without(PromptState.Agreeing.class));
    view = View.of(view.stack().without(PromptState.Enrolling.class));
    view = View.of(view.stack().without(PromptState.Renewing.class));
    Instant now = options.clock().instant();
    change(
        PlanState.Applying.class,
        state ->
            ((PlanState.Applying) state).stop().isPresent()
                ? state
                : ApplyProgress.stopping((PlanState.Applying) state, now));
  }
}
