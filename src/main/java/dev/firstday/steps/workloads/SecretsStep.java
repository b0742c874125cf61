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
            kind -> account.inEach(regions, region -> kind.scan(account, region)));
    for (int i = 0; i < kinds.size(); i++) {
      facts(SecretPlaces.FACTS.get(i), kinds.get(i), answers, found);
      kinds.get(i).forEach(seen -> say(seen, found.in(seen.region())));
    }
    List<SecretPlaces.ScanResult> results =
        kinds.stream().flatMap(List::stream).flatMap(seen -> seen.value().stream()).toList();
    boolean unseen =
        kinds.stream().flatMap(List::stream).anyMatch(seen -> seen.problem().isPresent());
    int places = results.stream().mapToInt(SecretPlaces.ScanResult::places).sum();
    if (places == 0 && !unseen) {
      found.ok(Note.of("nothing"));
    } else if (places > 0 && results.stream().allMatch(one -> one.hits().isEmpty())) {
      found.ok(Note.of("clean", places));
    } else if (places > 0) {
      found.info(Note.of("looked", places));
    }
    return found.info(Note.of("blind")).build();
  }

  private static void facts(
      String code,
      List<Account.Observed<SecretPlaces.ScanResult>> regions,
      Answers answers,
      Assessment.Builder found) {
    Everywhere.judgement(code, regions, result -> judge(result, !result.hits().isEmpty()), found);
    Everywhere.orUnknown(answers, found, code);
    if (code.equals("tasks")) {
      Everywhere.judgement(
          "task-credentials",
          regions,
          result ->
              judge(result, result.hits().stream().anyMatch(hit -> NAMES.contains(hit.name()))),
          found);
      Everywhere.orUnknown(answers, found, "task-credentials");
    }
    found.fact("elsewhere", Judgement.NOT_JUDGED);
  }

  /** What looks like no secret to us may look like one to another auditor. */
  private static Judgement judge(SecretPlaces.ScanResult result, boolean hit) {
    if (hit) {
      return Judgement.NOT_MET;
    }
    return result.places() == 0 ? Judgement.MET : Judgement.NOT_JUDGED;
  }

  private static void say(Account.Observed<SecretPlaces.ScanResult> seen, Assessment.Builder here) {
    seen.problem().ifPresent(here::unseen);
    seen.value().ifPresent(result -> say(result, here));
  }

  private static void say(SecretPlaces.ScanResult result, Assessment.Builder here) {
    result.hits().forEach(hit -> here.missing(Note.of(hit.reason(), hit.place(), hit.name())));
    result.problems().forEach(here::unseen);
    if (result.older() > 0) {
      here.info(Note.of("older", result.older()));
    }
  }
}
