/** Steps for guards that hold for the whole account or a Region. */
package dev.firstday.steps.guards;
