package dev.firstday.engine.apply;

/** What became of a change. */
enum ChangeResult {
  YES,
  FAILED,
  /** A person would not have it, and the step goes on without it. */
  SKIPPED,
  /** A person gave it up, and with it what comes behind it in the step. */
  GIVEN_UP
}
