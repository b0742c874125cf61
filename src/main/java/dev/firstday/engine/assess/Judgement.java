package dev.firstday.engine.assess;

import java.util.stream.Stream;

/** Whether something that an auditor asks for is so, as far as it was seen. */
public enum Judgement {
  MET,
  NOT_MET,
  /** It was not seen, or can't be: a person has to judge it. */
  NOT_JUDGED;

  /** Of something that was seen. */
  public static Judgement of(boolean holds) {
    return holds ? MET : NOT_MET;
  }

  /** What is so if all of these are; nothing at all says nothing. */
  static Judgement all(Stream<Judgement> parts) {
    return parts.reduce(Judgement::and).orElse(NOT_JUDGED);
  }

  /** Both: what one of them lacks is lacking, and else what one of them can't tell is not told. */
  public Judgement and(Judgement other) {
    if (this == NOT_MET || other == NOT_MET) {
      return NOT_MET;
    }
    return this == MET ? other : this;
  }
}
