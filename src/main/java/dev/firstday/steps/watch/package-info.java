/** Steps that record what happens in the account and raise alarms. */
@NullMarked
package dev.firstday.steps.watch;

import org.jspecify.annotations.NullMarked;
