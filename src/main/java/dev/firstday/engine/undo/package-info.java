/** Works out from the journal what can be taken back, and takes it back. */
package dev.firstday.engine.undo;
