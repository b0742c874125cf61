/**
 * The answers that a person gave to the settings of steps, and the rules for what counts as one.
 */
package dev.firstday.engine.answers;
