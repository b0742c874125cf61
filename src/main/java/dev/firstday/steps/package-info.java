/** The registry of all steps. */
package dev.firstday.steps;
