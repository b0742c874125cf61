package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The chosen managed rules watch every chosen Region; those about IAM watch the account from one. A
 * rule is known by what it looks for, whatever its name is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html">List
 *     of AWS Config managed rules</a>
 */
public final class ConfigRulesStep implements Step<Account> {
  private static final int DAYS = 30;

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    List<ManagedRule> rules =
        answers.list("rules").stream().map(name -> ManagedRule.named(name).orElseThrow()).toList();
    Everywhere<RegionRules> all =
        Everywhere.look(account, answers, found, region -> RegionRules.read(account, region));
    all.each(
        (region, observed, here) -> {
          recorder(observed, here);
          for (ManagedRule rule : rules) {
            judge(account, rule, observed, wanted(rule, region, all), here);
          }
          observed
              .unseen()
              .ifPresent(problem -> here.info(Note.of("results-unseen", problem.action())));
        });
    long count = all.seen().stream().mapToLong(observed -> rulesThere(rules, observed, all)).sum();
    return found.quantity("evaluation", BigDecimal.valueOf(count * DAYS)).build();
  }

  private static void recorder(RegionRules observed, Assessment.Builder here) {
    if (!observed.recorder()) {
      here.missing(Note.of("no-recorder"));
    } else if (!observed.recording()) {
      here.missing(Note.of("not-recording"));
    }
  }

  /** How many of the rules are, or will be, in a Region. */
  private static long rulesThere(
      List<ManagedRule> rules, RegionRules observed, Everywhere<RegionRules> all) {
    return rules.stream()
        .filter(rule -> rule.offeredIn(observed.region()))
        .filter(rule -> observed.has(rule) || wanted(rule, observed.region(), all))
        .count();
  }

  /** Whether a rule belongs into a Region; one about the whole account is in one Region only. */
  private static boolean wanted(ManagedRule rule, String region, Everywhere<RegionRules> all) {
    return !rule.wholeAccount()
        || all.seen().stream()
            .filter(observed -> observed.has(rule))
            .map(RegionRules::region)
            .findFirst()
            .or(
                () ->
                    all.regions().stream()
                        .map(Account.Observed::region)
                        .filter(rule::offeredIn)
                        .findFirst())
            .equals(Optional.of(region));
  }

  /** Says how a rule stands in a Region, and plans it where it is missing. */
  private static void judge(
      Account account,
      ManagedRule rule,
      RegionRules observed,
      boolean wanted,
      Assessment.Builder here) {
    if (!rule.offeredIn(observed.region())) {
      here.info(Note.of("not-offered", rule.name()));
    } else if (observed.has(rule)) {
      here.ok(Note.of("rule", rule.name()));
      observed.broken(rule).ifPresent(here::info);
    } else if (wanted) {
      here.missing(Note.of("rule-missing", rule.name()));
      Optional<String> recorder =
          Optional.of(ConfigRecorderChanges.recorderId(observed.region()))
              .filter(id -> !observed.recorder());
      here.behind(recorder).change(rule.put(account, observed.region()));
    }
  }
}
