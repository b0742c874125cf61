/**
 * The catalogue of steps, read from {@code wizard-steps.yaml} and validated, and the texts in both
 * languages.
 */
package dev.firstday.catalog;
