/**
 * The wizard line by line, for screen readers, dumb terminals and pipes: the same session and the
 * same texts as the full screen, as questions and answers.
 */
@NullMarked
package dev.firstday.line;

import org.jspecify.annotations.NullMarked;
