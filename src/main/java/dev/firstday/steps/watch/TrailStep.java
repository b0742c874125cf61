package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;

/**
 * A trail records all management events of all Regions into a bucket that is fit for logs, and into
 * a log group that alarms can watch. A trail that is there is completed: a second one costs money.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html">Creating
 *     a trail</a>
 */
public final class TrailStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    List<Trails.ObservedTrail> looks = Trails.look(account);
    Assessment.Builder found = Assessment.builder();
    Optional<Trails.ObservedTrail> own =
        looks.stream().filter(Trails.ObservedTrail::own).findFirst();
    Optional<Trails.ObservedTrail> organization =
        looks.stream().filter(look -> !look.own() && look.records()).findFirst();
    TrailChanges changes = new TrailChanges(account, answers, found);
    if (own.filter(Trails.ObservedTrail::records).isPresent()) {
      judge(own.get(), account, changes, found);
    } else if (organization.isPresent()) {
      organization(organization.get(), found);
    } else if (looks.stream().anyMatch(look -> look.problem().isPresent())) {
      partlySeen(looks, found);
    } else if (own.isPresent()) {
      judge(own.get(), account, changes, found);
    } else {
      found.missing(Note.of("none"));
      changes.create();
    }
    if (looks.stream().filter(look -> look.own() && look.records()).count() > 1) {
      found.info(Note.of("several"));
    }
    TrailFacts.state(account, looks, found);
    return found.build();
  }

  /** A trail that could not be seen whole may serve; to double it would cost money. */
  private static void partlySeen(List<Trails.ObservedTrail> looks, Assessment.Builder found) {
    for (Trails.ObservedTrail look : looks) {
      found.info(Note.of("there", look.trail().name(), look.trail().homeRegion()));
      look.problem().ifPresent(found::unseen);
    }
  }

  private static void organization(Trails.ObservedTrail look, Assessment.Builder found) {
    String name = look.trail().name();
    found.ok(Note.of("organization", name));
    if (!look.validates()) {
      found.info(Note.of("organization-no-validation", name));
    }
    if (!look.toLogs()) {
      found.info(Note.of("organization-no-logs", name));
    }
  }

  private static void judge(
      Trails.ObservedTrail look, Account account, TrailChanges changes, Assessment.Builder found) {
    String name = look.trail().name();
    if (look.records()) {
      found.ok(Note.of("records", name));
    }
    say(found, look.multiRegion(), "one-region", name);
    say(found, look.takesManagementEvents(), "no-management-events", name);
    say(found, look.logging(), "not-logging", name);
    if (look.validates()) {
      found.ok(Note.of("validation", name));
    } else {
      found.missing(Note.of("no-validation", name));
    }
    say(found, look.toLogs(), "no-log-group", name);
    look.failing(GetTrailStatusResponse::latestDeliveryError)
        .ifPresent(error -> found.missing(Note.of("delivery-fails", name, error)));
    look.failing(GetTrailStatusResponse::latestCloudWatchLogsDeliveryError)
        .ifPresent(error -> found.missing(Note.of("logs-delivery-fails", name, error)));
    changes.complete(look);
  }

  private static void say(Assessment.Builder found, boolean good, String wrong, String name) {
    if (!good) {
      found.missing(Note.of(wrong, name));
    }
  }
}
