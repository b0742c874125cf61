package dev.firstday.aws;

/** What came of one question; of several on one action the last of these counts. */
enum Decision {
  ALLOWED,
  UNTESTED,
  DENIED,
  FORBIDDEN
}
