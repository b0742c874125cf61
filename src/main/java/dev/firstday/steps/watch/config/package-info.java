/** Steps that let AWS Config record resources and judge them by rules. */
package dev.firstday.steps.watch.config;
