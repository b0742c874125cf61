package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import java.util.ArrayList;
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
    int places = 0;
    int hits = 0;
    boolean unseen = false;
    List<String> facts = new ArrayList<>(SecretPlaces.FACTS);
    for (List<Account.Observed<SecretPlaces.ScanResult>> ofOneKind :
        account.atOnce(
            SecretPlaces.KINDS,
            kind -> account.inEach(regions, region -> kind.look(account, region)))) {
      facts(facts.removeFirst(), ofOneKind, answers, found);
      for (Account.Observed<SecretPlaces.ScanResult> seen : ofOneKind) {
        Assessment.Builder here = found.in(seen.region());
        seen.problem().ifPresent(here::unseen);
        seen.value().ifPresent(look -> say(look, here));
        places += seen.value().map(SecretPlaces.ScanResult::places).orElse(0);
        hits += seen.value().map(look -> look.hits().size()).orElse(0);
        unseen |= seen.problem().isPresent();
      }
    }
    if (places == 0 && !unseen) {
      found.ok(Note.of("nothing"));
    } else if (places > 0 && hits == 0) {
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
    Everywhere.judgement(code, regions, look -> judge(look, !look.hits().isEmpty()), found);
    Everywhere.orUnknown(answers, found, code);
    if (code.equals("tasks")) {
      Everywhere.judgement(
          "task-credentials",
          regions,
          look -> judge(look, look.hits().stream().anyMatch(hit -> NAMES.contains(hit.name()))),
          found);
      Everywhere.orUnknown(answers, found, "task-credentials");
    }
    found.fact("elsewhere", Judgement.NOT_JUDGED);
  }

  /** A secret that looks like none to us may look like one to another auditor. */
  private static Judgement judge(SecretPlaces.ScanResult look, boolean hit) {
    if (hit) {
      return Judgement.NOT_MET;
    }
    return look.places() == 0 ? Judgement.MET : Judgement.NOT_JUDGED;
  }

  private static void say(SecretPlaces.ScanResult look, Assessment.Builder here) {
    look.hits().forEach(hit -> here.missing(Note.of(hit.reason(), hit.place(), hit.name())));
    look.problems().forEach(here::unseen);
    if (look.older() > 0) {
      here.info(Note.of("older", look.older()));
    }
  }
}
