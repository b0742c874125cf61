/**
 * The wizard line by line, for screen readers, dumb terminals and pipes: the same session and the
 * same texts as the full screen, as questions and answers.
 */
package dev.firstday.line;
