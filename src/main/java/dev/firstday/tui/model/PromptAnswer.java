package dev.firstday.tui.model;

import dev.firstday.engine.apply.Person;
import dev.firstday.engine.plan.Secret;

/** What a person has answered in the middle of an apply. */
public sealed interface PromptAnswer {
  /** What was shown is kept. */
  record Acknowledged() implements PromptAnswer {}

  record CodesTyped(Person.Codes codes) implements PromptAnswer {}

  record MfaCode(Secret code) implements PromptAnswer {}

  record Agreed(boolean yes) implements PromptAnswer {}

  /** What was in the way is out of it. */
  record GoOn() implements PromptAnswer {}

  /** Not now. */
  record GaveUp() implements PromptAnswer {}
}
