package dev.firstday.engine;

import java.util.Optional;

/**
 * One line of what was seen.
 *
 * @param kind what it means for the verdict
 * @param note its text, under the step's findings in the catalogue
 * @param region the Region it was seen in; empty where it concerns the whole account
 * @param problem why something could not be read; only with {@link Kind#UNSEEN}
 */
public record Finding(Kind kind, Note note, Optional<String> region, Optional<Problem> problem) {

  /** What a finding means for the verdict. */
  public enum Kind {
    /** It is as it should be. */
    OK,
    /** It is missing or wrong. */
    MISSING,
    /** It could not be read. */
    UNSEEN,
    /** Worth knowing, but no part of the verdict. */
    INFO
  }

  /** The code of a finding about something that could not be read. */
  public static final String UNSEEN = "unseen";

  /** The code of a finding about an answer that nobody gave. */
  public static final String ANSWER_MISSING = "answer-missing";

  public String code() {
    return note.code();
  }
}
