package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.engine.Answers;
import dev.firstday.engine.Assessment;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Note;
import dev.firstday.engine.Step;
import java.util.List;

/**
 * No secrets lie about as plain text in the places that can be read. It shows where one is, never
 * what: no value leaves {@link SecretPlaces}.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/hardcoded.html">Move
 *     hardcoded secrets to AWS Secrets Manager</a>
 */
final class SecretsStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    List<String> regions = account.regions(answers.list("regions"));
    Assessment.Builder found = Assessment.builder();
    int places = 0;
    int hits = 0;
    boolean unseen = false;
    for (List<Account.Seen<SecretPlaces.Look>> ofOneKind :
        account.atOnce(
            SecretPlaces.KINDS,
            kind -> account.inEach(regions, region -> kind.look(account, region)))) {
      for (Account.Seen<SecretPlaces.Look> seen : ofOneKind) {
        Assessment.Builder here = found.in(seen.region());
        seen.problem().ifPresent(here::unseen);
        seen.value().ifPresent(look -> say(look, here));
        places += seen.value().map(SecretPlaces.Look::places).orElse(0);
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

  private static void say(SecretPlaces.Look look, Assessment.Builder here) {
    look.hits().forEach(hit -> here.missing(Note.of(hit.reason(), hit.place(), hit.name())));
    look.problems().forEach(here::unseen);
    if (look.older() > 0) {
      here.info(Note.of("older", look.older()));
    }
  }
}
