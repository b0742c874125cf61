/** The wizard as a command starts it: on the full screen, or line by line. */
@NullMarked
package dev.firstday.cli.wizard;

import org.jspecify.annotations.NullMarked;
