package dev.firstday.engine;

/** The record of what is done can't be kept: nothing may be written to the account then. */
public class RecordFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Note note;

  /**
   * @param note its text in the messages
   */
  public RecordFailed(Note note, Throwable cause) {
    super(note.toString(), cause);
    this.note = note;
  }

  public Note note() {
    return note;
  }
}
