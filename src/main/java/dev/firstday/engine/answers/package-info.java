/**
 * The answers that a person gave to the settings of steps, and the rules for what counts as one.
 */
@NullMarked
package dev.firstday.engine.answers;

import org.jspecify.annotations.NullMarked;
