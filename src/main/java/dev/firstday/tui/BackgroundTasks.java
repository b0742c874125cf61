package dev.firstday.tui;

import dev.firstday.engine.failure.RecordFailed;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What may block runs in the background; the wizard's thread goes on with what comes of it. */
record BackgroundTasks(AppState state, Effects effects) {

  /** On whatever thread: has the wizard's own react. */
  void post(Runnable reaction) {
    effects.send(new Event.WorkDone(reaction));
  }

  void run(Runnable work) {
    effects
        .background()
        .execute(
            () -> {
              try {
                work.run();
              } catch (RecordFailed e) {
                unkept(e);
              }
            });
  }

  <T> void run(Supplier<T> work, Consumer<T> then) {
    run(
        () -> {
          T found = work.get();
          post(() -> then.accept(found));
        });
  }

  /** Something could not be kept, or what was kept can't be read. */
  void unkept(RecordFailed failure) {
    post(() -> state.hint = Optional.of(state.texts().problem(failure)));
  }

  /** Keeps how the steps stand, once the list was on the screen. */
  void remember() {
    state.visited().ifPresent(session -> run(session::remember));
  }
}
