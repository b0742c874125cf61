package dev.firstday.engine;

/** Data as text to look at and to copy. */
public interface Printer {
  /** Any value of maps, lists, texts, numbers and booleans, as indented JSON. */
  String json(Object value);

  /** A POSIX shell script of AWS CLI commands that does the same as applying the plan. */
  String awsCli(Plan plan);
}
