package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was seen in each of the Regions that the answers of a step name, and facts that hold only if
 * they do in every enabled Region.
 */
public record Everywhere<T>(
    List<Account.Observed<T>> regions, boolean all, Assessment.Builder found) {
  private static final String ENABLED = "enabled";

  /** Looks at each Region that the answer {@code regions} names. */
  public static <T> Everywhere<T> look(
      Account account, Answers answers, Assessment.Builder found, Account.Look<String, T> look)
      throws CallFailed {
    return of(account.inEach(account.regions(answers.list("regions")), look), answers, found);
  }

  /** What was seen already in each Region that the answer {@code regions} names. */
  public static <T> Everywhere<T> of(
      List<Account.Observed<T>> seen, Answers answers, Assessment.Builder found) {
    return new Everywhere<>(seen, answers.list("regions").equals(List.of(ENABLED)), found);
  }

  /** Judges what was seen in one Region. */
  @FunctionalInterface
  public interface RegionJudge<T> {
    void judge(String region, T seen, Assessment.Builder here);
  }

  /** Judges each Region by itself, and says which could not be seen. */
  public void each(RegionJudge<T> judge) {
    for (Account.Observed<T> seen : regions) {
      Assessment.Builder here = found.in(seen.region());
      seen.problem().ifPresent(here::unseen);
      seen.value().ifPresent(value -> judge.judge(seen.region(), value, here));
    }
  }

  /** What was seen, without the Regions of which nothing was. */
  public List<T> seen() {
    return regions.stream().flatMap(one -> one.value().stream()).toList();
  }

  /** Says which Regions could not be seen. */
  public Everywhere<T> sayUnseen() {
    regions.forEach(one -> one.problem().ifPresent(found.in(one.region())::unseen));
    return this;
  }

  /** A fact; where not all enabled Regions were looked at, nobody knows of the others. */
  public Everywhere<T> fact(String code, Predicate<T> holds) {
    return judgement(code, seen -> Judgement.of(holds.test(seen)));
  }

  /** A fact that may be beyond what was seen of a Region. */
  public Everywhere<T> judgement(String code, Function<T, Judgement> judgement) {
    judgement(code, regions, judgement, found);
    if (!all) {
      found.fact(code, Judgement.NOT_JUDGED);
    }
    return this;
  }

  /** A fact of Regions that were looked at, or could not be. */
  public static <T> void fact(
      String code,
      List<Account.Observed<T>> regions,
      Predicate<T> holds,
      Assessment.Builder found) {
    judgement(code, regions, seen -> Judgement.of(holds.test(seen)), found);
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
}
