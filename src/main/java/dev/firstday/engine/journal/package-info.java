/** The journal of what was written, and the state of each thing before and after. */
@NullMarked
package dev.firstday.engine.journal;

import org.jspecify.annotations.NullMarked;
