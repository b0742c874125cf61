package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** States facts that hold only if they do in every enabled Region. */
public final class Everywhere {
  private Everywhere() {}

  /** A fact of Regions that were looked at, or could not be. */
  public static <T> void fact(
      String code,
      List<Account.Observed<T>> regions,
      Predicate<T> holds,
      Assessment.Builder found) {
    judgement(code, regions, seen -> holds.test(seen) ? Judgement.MET : Judgement.NOT_MET, found);
  }

  /** A fact that may be beyond what was seen of a Region. */
  public static <T> void judgement(
      String code,
      List<Account.Observed<T>> regions,
      Function<T, Judgement> judgement,
      Assessment.Builder found) {
    regions.forEach(
        region -> found.fact(code, region.value().map(judgement).orElse(Judgement.NOT_JUDGED)));
  }

  /** Where not all enabled Regions were looked at, nobody knows of the others. */
  public static void orUnknown(Answers answers, Assessment.Builder found, String... codes) {
    if (!answers.list("regions").equals(List.of("enabled"))) {
      List.of(codes).forEach(code -> found.fact(code, Judgement.NOT_JUDGED));
    }
  }
}
