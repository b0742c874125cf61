/** The journal of what was written, and the state of each thing before and after. */
package dev.firstday.engine.journal;
