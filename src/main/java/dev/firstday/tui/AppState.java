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
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.View;
import dev.firstday.tui.widgets.Size;
import dev.firstday.view.SessionSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What is on the screen and what is known at the moment. Used by one thread. */
final class AppState {
  final WizardOptions options;
  final List<Plan.Planned> made = new ArrayList<>();
  Size size;
  Glyphs glyphs;
  DisplayPreferences look;
  View view;
  Optional<Session> session = Optional.empty();

  /** The call that AWS made us wait for last. */
  Optional<Delay> late = Optional.empty();

  /** What the status row says, once. */
  Optional<String> hint = Optional.empty();

  boolean applying;

  /** The exit code, once the wizard is over. */
  OptionalInt ended = OptionalInt.empty();

  private Optional<SessionSnapshot> snapshot = Optional.empty();

  AppState(WizardOptions options, Size size, Glyphs glyphs) {
    this.options = options;
    this.size = size;
    this.glyphs = glyphs;
    this.look = options.look();
    Stack welcome = Stack.of(StartState.Welcome.signingIn(now()));
    this.view = View.of(options.firstRun() ? welcome.open(new StartState.Setup(0)) : welcome);
  }

  /** Takes the colours for this background, unless a person has chosen some. */
  void background(boolean light) {
    if (options.firstRun() && look.palette() == options.look().palette()) {
      look = look.on(light);
    }
  }

  /** What the screens are drawn from. */
  Model model() {
    // A key changes nothing that the session knows; asking it again would take most of a frame.
    snapshot = snapshot.or(() -> session.map(SessionSnapshot::of));
    return new Model(
        size,
        look,
        options.version(),
        glyphs,
        options.browser().available(),
        now(),
        options.zone(),
        snapshot,
        made,
        applying,
        options.files().log(),
        late,
        hint);
  }

  /** The session may know something new. */
  void forgetSnapshot() {
    snapshot = Optional.empty();
  }

  Instant now() {
    return options.clock().instant();
  }

  Stack stack() {
    return view.stack();
  }

  Screen topScreen() {
    return Screens.of(stack(), model());
  }

  void show(Stack screens) {
    view = View.of(screens);
  }

  /** Changes every screen of a kind; the key bar keeps the focus. */
  <S extends ScreenState> void change(Class<S> kind, Function<S, ScreenState> change) {
    view = new View(stack().change(kind, change), view.bar());
  }

  Session signedIn() {
    return session.orElseThrow();
  }

  /** The session, once the list was on the screen: what was seen before is no visit. */
  Optional<Session> visited() {
    boolean arriving = stack().screens().stream().anyMatch(StartState.Arrival.class::isInstance);
    return session.filter(opened -> !arriving);
  }

  Texts texts() {
    return new Texts(look.language());
  }

  /** Says a text of the messages in the status row, once. */
  void say(String key, Object... values) {
    hint = Optional.of(texts().say("tui." + key, values));
  }

  void end(int code) {
    ended = OptionalInt.of(code);
  }
}
