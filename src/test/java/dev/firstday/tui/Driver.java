package dev.firstday.tui;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Session;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.Clipboard;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.TerminalEvent;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.widgets.Frame;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Palette;
import dev.firstday.tui.widgets.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The wizard without a terminal and without threads: a test presses keys and reads frames. */
@SuppressWarnings("this-escape")
public class Driver implements Effects {
  public final SetClock clock;
  public final App app;
  public final Delays delays = new Delays();
  public final List<DisplayPreferences> kept = new ArrayList<>();
  public final List<String> copied = new ArrayList<>();
  public final Map<String, String> saved = new HashMap<>();
  public final List<String> opened = new ArrayList<>();
  public final List<String> alone = new ArrayList<>();
  public int dropped;
  public int suspended;
  public boolean mouse;
  public Session session;

  private final Deque<Event> events = new ConcurrentLinkedDeque<>();
  private final Deque<Runnable> held = new ConcurrentLinkedDeque<>();
  private boolean hold;
  private boolean apart;
  private Set<String> checking = Set.of();
  private Duration checkingFor = Duration.ZERO;

  /** Where the calls are logged. */
  public Optional<String> log = Optional.empty();

  private Map<String, Verdict> before = Map.of();

  public Driver(Connector connector, SetClock clock, Language language, Size size, Glyphs glyphs) {
    this(connector, clock, language, size, glyphs, false);
  }

  public Driver(
      Connector connector,
      SetClock clock,
      Language language,
      Size size,
      Glyphs glyphs,
      boolean firstRun) {
    this(
        connector, clock, new DisplayPreferences(language, Palette.NORMAL), size, glyphs, firstRun);
  }

  public Driver(
      Connector connector,
      SetClock clock,
      DisplayPreferences look,
      Size size,
      Glyphs glyphs,
      boolean firstRun) {
    this.clock = clock;
    WizardOptions options =
        new WizardOptions(
            () -> {
              session = connector.connect();
              return session;
            },
            "1.0",
            "firstday",
            look,
            firstRun,
            kept::add,
            clock,
            clock::getZone,
            new Browser(Map.of()),
            Map.of(),
            new SavedFiles(saved, () -> log),
            text -> {},
            delays);
    this.app = new App(options, this, size, glyphs);
  }

  public static Driver of(Connector connector) {
    return new Driver(connector, new SetClock(), Language.EN, new Size(80, 24), Glyphs.UNICODE);
  }

  public static final WizardOptions.Files NO_FILES = new SavedFiles(Map.of(), Optional::empty);

  /** Files that a person asked for, by their names. */
  private record SavedFiles(Map<String, String> saved, Supplier<Optional<String>> logged)
      implements WizardOptions.Files {
    @Override
    public Optional<String> save(Session session, String name, String text) {
      saved.put(name, text);
      return Optional.of("~/" + name);
    }

    @Override
    public Optional<String> log() {
      return logged.get();
    }

    @Override
    public String report(Session session, Language language) {
      return "report in " + language;
    }
  }

  public Driver start() {
    app.start();
    return settle();
  }

  /** From now on background work waits for {@link #release}. */
  public Driver hold() {
    hold = true;
    return this;
  }

  /** From now on background work runs on threads of its own, as it does in a terminal. */
  Driver apart() {
    apart = true;
    return this;
  }

  /** Lets the background go on until something is so. */
  Driver until(BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it never came:\n" + text());
      }
      LockSupport.parkNanos(1_000_000);
      settle();
    }
    return settle();
  }

  public Driver release() {
    hold = false;
    while (!held.isEmpty()) {
      held.poll().run();
    }
    return settle();
  }

  public Driver settle() {
    while (!events.isEmpty()) {
      app.handle(events.poll());
    }
    return this;
  }

  public Driver press(Key... keys) {
    for (Key key : keys) {
      app.handle(new Event.FromTerminal(new TerminalEvent.Pressed(key)));
      settle();
    }
    return this;
  }

  /** Types text, one key for each character. */
  public Driver type(String text) {
    text.codePoints().forEach(c -> press(Key.of(c)));
    return this;
  }

  public Driver paste(String text) {
    app.handle(new Event.FromTerminal(new TerminalEvent.Pasted(text)));
    return settle();
  }

  public Driver resize(int columns, int rows) {
    app.handle(new Event.FromTerminal(new TerminalEvent.Resized(columns, rows)));
    return this;
  }

  /** Lets time pass, and the screen do what it wants to do then. */
  public Driver wait(Duration time) {
    clock.forward(time);
    if (app.wakeAt().filter(at -> !at.isAfter(clock.instant())).isPresent()) {
      app.wake();
    }
    return settle();
  }

  public Driver click(int column, int row) {
    app.handle(new Event.FromTerminal(new TerminalEvent.Clicked(column, row)));
    return settle();
  }

  /** An apply goes on. */
  public void happened(ApplyEvent event) {
    then(() -> app.apply.happened(event));
  }

  /** Something comes of work in the background. */
  Driver then(Runnable reaction) {
    app.handle(new Event.WorkDone(reaction));
    return settle();
  }

  public void signedIn(Session opened) {
    then(() -> app.actions.signIn.signedIn(opened));
  }

  public void rightsTested(Plan plan, PermissionReport rights) {
    then(() -> app.actions.rightsTested(plan, rights));
  }

  public void late(Delay delay) {
    then(() -> app.apply.late(delay));
  }

  public ScreenState top() {
    return app.view().stack().top();
  }

  /** Shows some steps as if a look at them had been on its way for a time. */
  void checking(Duration time, String... steps) {
    checking = Set.of(steps);
    checkingFor = time;
  }

  /** Shows the list as if steps had stood like this when the wizard was last used. */
  void before(Map<String, Verdict> verdicts) {
    before = verdicts;
  }

  public Frame frame() {
    Model model =
        checking.isEmpty() ? app.model() : Models.checking(checking, checkingFor, app.model());
    return new PageLayout(app.view(), before.isEmpty() ? model : Models.seen(before, model))
        .frame();
  }

  public String text() {
    return String.join("\n", app.frame().lines().stream().map(Line::text).toList());
  }

  public String keyBar() {
    return app.frame().lines().getLast().text();
  }

  public String status() {
    List<Line> lines = app.frame().lines();
    return lines.get(lines.size() - 2).text().strip();
  }

  @Override
  public Executor background() {
    return work -> {
      if (hold) {
        held.add(work);
      } else if (apart) {
        Thread.ofVirtual()
            .uncaughtExceptionHandler((thread, fault) -> send(new Event.Broken(fault)))
            .start(work);
      } else {
        work.run();
      }
    };
  }

  @Override
  public void send(Event event) {
    events.add(event);
  }

  @Override
  public Browser.OpenResult open(String link) {
    opened.add(link);
    return Browser.OpenResult.OPENED;
  }

  @Override
  public Clipboard.CopyResult copy(String text) {
    copied.add(text);
    return Clipboard.CopyResult.SENT;
  }

  @Override
  public void showAlone(String text) {
    alone.add(text);
  }

  @Override
  public void suspend() {
    suspended++;
  }

  @Override
  public void repaint() {}

  @Override
  public void mouse(boolean wanted) {
    mouse = wanted;
  }

  @Override
  public void dropKeys() {
    dropped++;
  }
}
