package dev.firstday.catalog;

/** Who can do a step. */
public enum Actor {
  /** firstday, through the API. */
  API,
  /** Only the root user, in the console. */
  ROOT,
  /** Any person, in the console. */
  PERSON
}
