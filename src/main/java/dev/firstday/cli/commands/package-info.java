/** One class for each command of the command line. */
@NullMarked
package dev.firstday.cli.commands;

import org.jspecify.annotations.NullMarked;
