package dev.firstday.tui.widgets;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Verdict;

/** How a step stands: as a sign, in a word, and in a role. */
public record Badge(String sign, String word, Role role) {

  public static Badge of(StepView step, Texts words) {
    if (step.checking()) {
      return new Badge("[~]", words.say("verdict.checking"), Role.PROGRESS);
    }
    if (step.skipped().isPresent()) {
      return new Badge("[-]", words.say("verdict.skipped"), Role.DIM);
    }
    if (step.verdict().isEmpty()) {
      return new Badge("[ ]", words.say("tui.not-looked"), Role.TEXT);
    }
    if (Progress.waits(step)) {
      return new Badge("[~]", words.say("verdict.waiting"), Role.PROGRESS);
    }
    Verdict verdict = step.verdict().get();
    String word = words.say("verdict." + verdict.name());
    return switch (verdict) {
      case DONE, ATTESTED -> new Badge("[x]", word, Role.DONE);
      case UNATTESTED -> new Badge("[!]", word, Role.ATTENTION);
      case UNSEEN -> new Badge("[?]", word, Role.TEXT);
      case NOT_APPLICABLE -> new Badge("[-]", word, Role.DIM);
      case TODO ->
          needsPerson(step)
              ? new Badge("[!]", words.say("verdict.needs-you"), Role.ATTENTION)
              : new Badge("[ ]", word, Role.TODO);
    };
  }

  /** Whether only a person can bring it further. */
  static boolean needsPerson(StepView step) {
    return Progress.needsPerson(step);
  }

  public Line line() {
    return Line.of(sign, role).and(" ").and(word, role);
  }
}
