package dev.firstday.engine.plan;

import java.util.Map;
import java.util.function.BiFunction;

/** Data as text to look at and to copy. */
public interface Printer {
  /** Any value of maps, lists, texts, numbers and booleans, as indented JSON. */
  String json(Object value);

  /** A POSIX shell script of AWS CLI commands that does the same as applying the plan. */
  String awsCli(Plan plan);

  /**
   * The plan as the JSON that {@code firstday apply --plan} reads.
   *
   * @param answers the answers it was made with, by their full keys
   * @param why the text of a change, by the id of a step that wants it
   */
  String plan(Plan plan, Map<String, String> answers, BiFunction<String, Change, String> why);
}
