/**
 * What the commands share: options, exit codes, the environment of a run, and how the parts of the
 * program are put together.
 */
package dev.firstday.cli.run;
