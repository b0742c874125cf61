package dev.firstday.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The condition under which a step meets a control of a published list.
 *
 * @param facts codes of the step's facts that all have to hold; {@link #STEP_DONE} is one of every
 *     step
 * @param note what a reader of the result has to know; mostly empty
 */
public record Control(List<String> facts, Optional<Text> note) {
  /** The fact that the step is done, for a control that asks for just what the step does. */
  public static final String STEP_DONE = "step-done";
}
