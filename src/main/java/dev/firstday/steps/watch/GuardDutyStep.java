package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.steps.resources.EventForwarding;
import dev.firstday.steps.resources.Everywhere;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfigurationResult;

/**
 * GuardDuty is on in every chosen Region, and its findings reach the alert topic. Plans that nobody
 * chose are off where we switch GuardDuty on; where it was on, they are told and left.
 *
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html">Getting
 *     started with GuardDuty</a>
 */
public final class GuardDutyStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    EventForwarding.prefetch(account, account.regions(answers.list("regions")));
    var all =
        Everywhere.look(account, answers, found, region -> GuardDutyDetector.read(account, region));
    List<Account.Observed<Optional<GuardDutyDetector>>> offered =
        all.regions().stream().filter(GuardDutyStep::offered).toList();
    new Everywhere<>(offered, all.all(), found)
        .fact("everywhere", detector -> detector.filter(GuardDutyDetector::enabled).isPresent());
    for (Account.Observed<Optional<GuardDutyDetector>> seen : all.regions()) {
      Assessment.Builder here = found.in(seen.region());
      if (offered.contains(seen)) {
        var changes = new GuardDutyChanges(account, seen.region());
        seen.problem().ifPresent(here::unseen);
        seen.value().ifPresent(there -> judge(there, changes, answers.list("plans"), here));
      } else {
        here.info(Note.of("not-offered"));
      }
    }
    new EventForwarding(account, GuardDutyFindings.events(account, answers))
        .assess(offered.stream().map(Account.Observed::region).toList(), answers, found);
    return found.build();
  }

  /** False where nobody answers, and the SDK knows of no endpoint either. */
  private static boolean offered(Account.Observed<?> seen) {
    return seen.problem().filter(it -> it.kind() == Problem.Kind.OFFLINE).isEmpty()
        || Account.hasGuardDuty(seen.region());
  }

  private static void judge(
      Optional<GuardDutyDetector> present,
      GuardDutyChanges changes,
      List<String> chosen,
      Assessment.Builder found) {
    if (present.isEmpty()) {
      found.missing(Note.of("no-detector")).change(changes.create(chosen));
      return;
    }
    GuardDutyDetector detector = present.get();
    boolean on = detector.enabled();
    if (detector.administrator().isPresent()) {
      // What the organization decides is not changed from here.
      String who = detector.administrator().get();
      found.check(on, Note.of("managed", who), Note.of("managed-off", who));
    } else if (on) {
      found.ok(Note.of("detector"));
      plans(detector, changes, chosen, found);
    } else {
      found.missing(Note.of("suspended")).change(changes.resume(detector));
    }
  }

  private static void plans(
      GuardDutyDetector detector,
      GuardDutyChanges changes,
      List<String> chosen,
      Assessment.Builder found) {
    Map<Boolean, List<String>> byItself =
        detector.plansBeside(chosen).stream()
            .collect(
                Collectors.partitioningBy(
                    detector::switchedOnByItself,
                    Collectors.mapping(
                        DetectorFeatureConfigurationResult::nameAsString, Collectors.toList())));
    List<String> unwanted = byItself.getOrDefault(true, List.of());
    if (!unwanted.isEmpty()) {
      found
          .missing(Note.of("plans-on", String.join(", ", unwanted)))
          .change(changes.switchOff(detector, unwanted));
    }
    List<String> kept = byItself.getOrDefault(false, List.of());
    if (!kept.isEmpty()) {
      found.info(Note.of("plans-kept", String.join(", ", kept)));
    }
  }
}
