/** Works out from the journal what can be taken back, and takes it back. */
@NullMarked
package dev.firstday.engine.undo;

import org.jspecify.annotations.NullMarked;
