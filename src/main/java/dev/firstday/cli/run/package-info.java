/**
 * What the commands share: options, exit codes, the environment of a run, and how the parts of the
 * program are put together.
 */
@NullMarked
package dev.firstday.cli.run;

import org.jspecify.annotations.NullMarked;
