/**
 * The catalogue of steps, read from {@code wizard-steps.yaml} and validated, and the texts in both
 * languages.
 */
@NullMarked
package dev.firstday.catalog;

import org.jspecify.annotations.NullMarked;
