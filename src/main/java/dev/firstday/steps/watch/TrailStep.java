package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.watch.Trails.ObservedTrail;
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
    List<ObservedTrail> trails = Trails.look(account);
    Assessment.Builder found = Assessment.builder();
    Optional<ObservedTrail> own = trails.stream().filter(ObservedTrail::own).findFirst();
    Optional<ObservedTrail> organization =
        trails.stream().filter(observed -> !observed.own() && observed.records()).findFirst();
    TrailChanges changes = new TrailChanges(account, answers, found);
    if (own.filter(ObservedTrail::records).isPresent()) {
      judge(own.get(), changes, found);
    } else if (organization.isPresent()) {
      organization(organization.get(), found);
    } else if (trails.stream().anyMatch(observed -> observed.problem().isPresent())) {
      partlySeen(trails, found);
    } else if (own.isPresent()) {
      judge(own.get(), changes, found);
    } else {
      found.missing(Note.of("none"));
      changes.create();
    }
    if (trails.stream().filter(observed -> observed.own() && observed.records()).count() > 1) {
      found.info(Note.of("several"));
    }
    new TrailFacts(account, found).state(trails);
    return found.build();
  }

  /** A trail that could not be seen whole may serve; to double it would cost money. */
  private static void partlySeen(List<ObservedTrail> trails, Assessment.Builder found) {
    for (ObservedTrail observed : trails) {
      found.info(Note.of("there", observed.trail().name(), observed.trail().homeRegion()));
      observed.problem().ifPresent(found::unseen);
    }
  }

  private static void organization(ObservedTrail observed, Assessment.Builder found) {
    String name = observed.trail().name();
    found.ok(Note.of("organization", name));
    if (!observed.validates()) {
      found.info(Note.of("organization-no-validation", name));
    }
    if (!observed.toLogs()) {
      found.info(Note.of("organization-no-logs", name));
    }
  }

  private static void judge(
      ObservedTrail observed, TrailChanges changes, Assessment.Builder found) {
    String name = observed.trail().name();
    if (observed.records()) {
      found.ok(Note.of("records", name));
    }
    lacking(observed.multiRegion(), "one-region", name, found);
    lacking(observed.takesManagementEvents(), "no-management-events", name, found);
    lacking(observed.logging(), "not-logging", name, found);
    if (observed.validates()) {
      found.ok(Note.of("validation", name));
    }
    lacking(observed.validates(), "no-validation", name, found);
    lacking(observed.toLogs(), "no-log-group", name, found);
    observed
        .failing(GetTrailStatusResponse::latestDeliveryError)
        .ifPresent(error -> found.missing(Note.of("delivery-fails", name, error)));
    observed
        .failing(GetTrailStatusResponse::latestCloudWatchLogsDeliveryError)
        .ifPresent(error -> found.missing(Note.of("logs-delivery-fails", name, error)));
    changes.complete(observed);
  }

  private static void lacking(boolean good, String code, String name, Assessment.Builder found) {
    if (!good) {
      found.missing(Note.of(code, name));
    }
  }
}
