package dev.firstday.engine.undo;

import dev.firstday.catalog.Note;

/** How what a change made is now, as far as an undo of it is concerned. */
sealed interface UndoState {
  /** As we left it, as far as that is known. */
  record AsLeft() implements UndoState {}

  /** As it was before, or not there. */
  record Gone() implements UndoState {}

  /** It stays as it is. */
  record Stays(Note why) implements UndoState {}
}
