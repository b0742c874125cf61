/** Carries out a plan: asks, journals, calls, waits, retries and verifies. */
package dev.firstday.engine.apply;
