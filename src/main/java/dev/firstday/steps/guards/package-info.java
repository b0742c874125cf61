/** Steps for guards that hold for the whole account or a Region. */
@NullMarked
package dev.firstday.steps.guards;

import org.jspecify.annotations.NullMarked;
