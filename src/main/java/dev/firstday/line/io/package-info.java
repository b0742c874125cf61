/** Reads and writes lines, with or without line editing, and runs long work beside them. */
@NullMarked
package dev.firstday.line.io;

import org.jspecify.annotations.NullMarked;
