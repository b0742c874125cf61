/** Steps that let AWS Config record resources and judge them by rules. */
@NullMarked
package dev.firstday.steps.watch.config;

import org.jspecify.annotations.NullMarked;
