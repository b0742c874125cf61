/** Steps that watch what the account costs. */
@NullMarked
package dev.firstday.steps.money;

import org.jspecify.annotations.NullMarked;
