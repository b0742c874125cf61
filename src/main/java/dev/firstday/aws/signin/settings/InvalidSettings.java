package dev.firstday.aws.signin.settings;

import dev.firstday.catalog.Note;
import java.util.List;

/** The AWS settings of this machine can't be read: each note says where, and what is expected. */
public final class InvalidSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Note> notes;

  public InvalidSettings(List<Note> notes) {
    super(notes.toString());
    this.notes = List.copyOf(notes);
  }

  InvalidSettings(Note note) {
    this(List.of(note));
  }

  /** All that is wrong; texts of the messages. */
  public List<Note> notes() {
    return notes;
  }
}
