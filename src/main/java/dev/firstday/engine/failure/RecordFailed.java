package dev.firstday.engine.failure;

import dev.firstday.catalog.Note;
import org.jspecify.annotations.Nullable;

/** The record of what is done can't be kept: nothing may be written to the account then. */
public class RecordFailed extends RuntimeException {
  /** The code of the note of a record that another process keeps at this moment. */
  public static final String IN_USE = "state.locked";

  private static final long serialVersionUID = 1L;

  private final transient Note note;

  public RecordFailed(Note note, @Nullable Throwable cause) {
    super(note.toString(), cause);
    this.note = note;
  }

  public Note note() {
    return note;
  }
}
