/** Steps that watch what the account costs. */
package dev.firstday.steps.money;
