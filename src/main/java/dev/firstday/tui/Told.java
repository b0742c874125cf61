package dev.firstday.tui;

import dev.firstday.engine.apply.Person;
import dev.firstday.engine.plan.Secret;

/** What a person has answered in the middle of an apply. */
sealed interface Told {
  /** What was shown is kept. */
  record Seen() implements Told {}

  record Typed(Person.Codes codes) implements Told {}

  record Code(Secret code) implements Told {}

  record Agreed(boolean yes) implements Told {}

  /** What was in the way is out of it. */
  record GoOn() implements Told {}

  /** Not now. */
  record GaveUp() implements Told {}
}
