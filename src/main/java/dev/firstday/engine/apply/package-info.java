/** Carries out a plan: asks, journals, calls, waits, retries and verifies. */
@NullMarked
package dev.firstday.engine.apply;

import org.jspecify.annotations.NullMarked;
