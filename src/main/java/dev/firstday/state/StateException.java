package dev.firstday.state;

import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.RecordFailed;
import org.jspecify.annotations.Nullable;

/** The state folder can't be used; the note says why and what to do, under {@code state.}. */
public final class StateException extends RecordFailed {
  private static final long serialVersionUID = 1L;

  public StateException(Note note, @Nullable Throwable cause) {
    super(note, cause);
  }
}
