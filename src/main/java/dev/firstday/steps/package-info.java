/** The registry of all steps. */
@NullMarked
package dev.firstday.steps;

import org.jspecify.annotations.NullMarked;
