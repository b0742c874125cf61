package dev.firstday.engine;

import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.RecordFailed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who is told what happens in a session: a changed view, a note that is not kept, a fault. */
public final class SessionListeners {
  private final List<Consumer<String>> changes = new CopyOnWriteArrayList<>();
  private volatile FaultLog faults = FaultLog.NONE;
  private volatile Consumer<RecordFailed> unkept =
      failure -> {
        throw failure;
      };

  SessionListeners() {}

  /**
   * Registers somebody who wants to know that a step's view has changed; called with the step's id
   * on whatever thread changed it.
   */
  public void onChange(Consumer<String> listener) {
    changes.add(listener);
  }

  /**
   * Registers who tells a person that something of theirs could not be kept: it holds for this run
   * then. Without anybody that is the end of the run.
   */
  public void onUnkept(Consumer<RecordFailed> listener) {
    unkept = listener;
  }

  /** Says where a fault of ours is written down that costs no more than a step. */
  public void onFault(FaultLog log) {
    faults = log;
  }

  void changed(String id) {
    changes.forEach(listener -> listener.accept(id));
  }

  void keep(Runnable note) {
    try {
      note.run();
    } catch (RecordFailed e) {
      unkept.accept(e);
    }
  }

  Optional<String> fault(String where, Throwable fault) {
    return faults.add(where, fault);
  }
}
