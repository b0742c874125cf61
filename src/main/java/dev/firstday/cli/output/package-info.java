/** What the commands print on a terminal, and where progress is told meanwhile. */
@NullMarked
package dev.firstday.cli.output;

import org.jspecify.annotations.NullMarked;
