package dev.firstday.state;

import dev.firstday.engine.Note;

/** The state folder can't be used; the note says why and what to do, under {@code state.}. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Note note;

  public StateException(Note note, Throwable cause) {
    super(note.toString(), cause);
    this.note = note;
  }

  public Note note() {
    return note;
  }
}
