/** Steps that record what happens in the account and raise alarms. */
package dev.firstday.steps.watch;
