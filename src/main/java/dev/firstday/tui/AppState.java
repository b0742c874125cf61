package dev.firstday.tui;

import dev.firstday.engine.Session;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.plan.Plan;
import dev.firstday.terminal.Glyphs;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.SessionSnapshot;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.View;
import dev.firstday.tui.widgets.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What is on the screen and what is known at the moment. Used by one thread. */
final class AppState {
  private final WizardOptions options;
  private final Glyphs glyphs;
  private final List<Plan.Planned> made = new ArrayList<>();

  private Size size;
  private DisplayPreferences look;
  private View view;
  private Optional<Session> session = Optional.empty();
  private Optional<SessionSnapshot> snapshot = Optional.empty();
  private Optional<Delay> late = Optional.empty();
  private Optional<String> hint = Optional.empty();
  private boolean applying;
  private OptionalInt ended = OptionalInt.empty();

  AppState(WizardOptions options, Size size, Glyphs glyphs) {
    this.options = options;
    this.size = size;
    this.glyphs = glyphs;
    this.look = options.look();
    this.view = View.of(Stack.of(StartState.Welcome.signingIn(now())));
    if (options.firstRun()) {
      view = View.of(stack().open(new StartState.Setup(0)));
    }
  }

  /** What the screens are drawn from. */
  Model model() {
    return new Model(
        size,
        look,
        options.version(),
        glyphs,
        options.browser().available(),
        now(),
        options.zone(),
        snapshot(),
        made,
        applying,
        options.files().log(),
        late,
        hint);
  }

  /** A key changes nothing that the session knows; asking it again would take most of a frame. */
  private Optional<SessionSnapshot> snapshot() {
    if (snapshot.isEmpty()) {
      snapshot = session.map(SessionSnapshot::of);
    }
    return snapshot;
  }

  /** The session may know something new. */
  void forgetSnapshot() {
    snapshot = Optional.empty();
  }

  Instant now() {
    return options.clock().instant();
  }

  Screen topScreen() {
    return Screens.of(stack(), model());
  }

  View view() {
    return view;
  }

  Stack stack() {
    return view.stack();
  }

  void show(View next) {
    view = next;
  }

  void show(Stack screens) {
    view = View.of(screens);
  }

  /** Changes every screen of a kind; the key bar keeps the focus. */
  <S extends ScreenState> void change(Class<S> kind, Function<S, ScreenState> change) {
    view = new View(stack().change(kind, change), view.bar());
  }

  Optional<Session> session() {
    return session;
  }

  /** The session, once the list was on the screen: what was seen before is no visit. */
  Optional<Session> visited() {
    boolean arriving = stack().screens().stream().anyMatch(StartState.Arrival.class::isInstance);
    return session.filter(opened -> !arriving);
  }

  void signedIn(Session opened) {
    session = Optional.of(opened);
  }

  Size size() {
    return size;
  }

  void resize(int columns, int rows) {
    size = new Size(columns, rows);
  }

  DisplayPreferences look() {
    return look;
  }

  void look(DisplayPreferences wanted) {
    look = wanted;
  }

  Texts texts() {
    return new Texts(look.language());
  }

  Optional<String> hint() {
    return hint;
  }

  void hint(Optional<String> text) {
    hint = text;
  }

  /** Says a text of the messages in the status row, once. */
  void say(String key, Object... values) {
    hint = Optional.of(texts().say("tui." + key, values));
  }

  void late(Optional<Delay> delay) {
    late = delay;
  }

  void made(Plan.Planned change) {
    made.add(change);
  }

  void applying(boolean now) {
    applying = now;
  }

  OptionalInt ended() {
    return ended;
  }

  void end(int code) {
    ended = OptionalInt.of(code);
  }
}
