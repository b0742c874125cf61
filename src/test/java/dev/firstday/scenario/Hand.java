package dev.firstday.scenario;

import java.util.Map;
import java.util.OptionalInt;

/** One way of using firstday: does what a scenario says, and tells what came of it. */
public interface Hand extends AutoCloseable {
  /** Starts firstday. */
  void start();

  /** Fails unless this, and nothing else, is asked now. */
  void asked(String prompt);

  /** Answers what is asked: a word, or the answers by their keys. */
  void reply(String word);

  void reply(Map<String, String> answers);

  /** Whether there is any way to do this. */
  default boolean can(String verb) {
    return true;
  }

  /** Wants to know what a step would write. */
  void plan(String step);

  /** Wants to know what taking a step back would write. */
  void undo(String step);

  void skip(String step, String reason);

  void attest(String step);

  /** Leaves as people do. */
  void quit();

  /** There is nobody any more. */
  void stop();

  /** The exit code of what ended last; empty where this way has none. */
  OptionalInt exit();

  /** Whether the last apply or undo ended like this, as far as it can be told. */
  boolean ended(String ending);

  /** How a step stands: a verdict, {@code waiting} or {@code skipped}. */
  boolean shows(String step, String verdict);

  /** Everything that was said since it was asked last. */
  String said();

  @Override
  void close();
}
