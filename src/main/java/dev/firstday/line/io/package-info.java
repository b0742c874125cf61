/** Reads and writes lines, with or without line editing, and runs long work beside them. */
package dev.firstday.line.io;
