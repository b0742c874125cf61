package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * No secrets lie about as plain text in the places that can be read. It shows where one is, never
 * what: no value leaves {@link SecretPlaces}.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/hardcoded.html">Move
 *     hardcoded secrets to AWS Secrets Manager</a>
 */
public final class SecretsStep implements Step<Account> {
  /** Variables that Security Hub looks for in task definitions. */
  private static final Set<String> NAMES =
      Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA");

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    List<String> regions = account.regions(answers.list("regions"));
    Assessment.Builder found = Assessment.builder();
    List<List<Account.Observed<SecretPlaces.ScanResult>>> kinds =
        account.inParallel(
            SecretPlaces.KINDS,
            kind -> account.inEach(regions, region -> kind.scanner().scan(account.in(region))));
    for (int i = 0; i < kinds.size(); i++) {
      state(SecretPlaces.KINDS.get(i).fact(), Everywhere.of(kinds.get(i), answers, found));
    }
    found.fact("elsewhere", Judgement.NOT_JUDGED);
    conclude(kinds, found);
    return found.info(Note.of("blind")).build();
  }

  private static void conclude(
      List<List<Account.Observed<SecretPlaces.ScanResult>>> kinds, Assessment.Builder found) {
    List<Account.Observed<SecretPlaces.ScanResult>> seen =
        kinds.stream().flatMap(List::stream).toList();
    List<SecretPlaces.ScanResult> results =
        seen.stream().flatMap(one -> one.value().stream()).toList();
    int places = results.stream().mapToInt(SecretPlaces.ScanResult::places).sum();
    if (places > 0 && results.stream().allMatch(one -> one.hits().isEmpty())) {
      found.ok(Note.of("clean", places));
    } else if (places > 0) {
      found.info(Note.of("looked", places));
    } else if (seen.stream().allMatch(one -> one.problem().isEmpty())) {
      found.ok(Note.of("nothing"));
    }
  }

  /** States that no secret is in a kind of place, and says where one is. */
  private static void state(String fact, Everywhere<SecretPlaces.ScanResult> seen) {
    seen.judgement(fact, result -> judge(result, hit -> true));
    if (fact.equals("tasks")) {
      seen.judgement(
          "task-credentials", result -> judge(result, hit -> NAMES.contains(hit.name())));
    }
    seen.each((region, result, here) -> say(result, here));
  }

  /** What looks like no secret to us may look like one to another auditor. */
  private static Judgement judge(
      SecretPlaces.ScanResult result, Predicate<SecretPlaces.Hit> counts) {
    if (result.hits().stream().anyMatch(counts)) {
      return Judgement.NOT_MET;
    }
    return result.places() == 0 ? Judgement.MET : Judgement.NOT_JUDGED;
  }

  private static void say(SecretPlaces.ScanResult result, Assessment.Builder here) {
    result.hits().forEach(hit -> here.missing(Note.of(hit.reason(), hit.place(), hit.name())));
    result.problems().forEach(here::unseen);
    if (result.older() > 0) {
      here.info(Note.of("older", result.older()));
    }
  }
}
