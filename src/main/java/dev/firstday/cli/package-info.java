/** The program: the entry point, and how a command line becomes an exit code. */
@NullMarked
package dev.firstday.cli;

import org.jspecify.annotations.NullMarked;
