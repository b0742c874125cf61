package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.References;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.EventForwarding;
import dev.firstday.steps.resources.EventPatterns;
import dev.firstday.steps.resources.Everywhere;
import dev.firstday.steps.resources.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.guardduty.model.CreateDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.DeleteDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfiguration;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.DetectorStatus;
import software.amazon.awssdk.services.guardduty.model.FeatureStatus;
import software.amazon.awssdk.services.guardduty.model.FindingPublishingFrequency;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountRequest;
import software.amazon.awssdk.services.guardduty.model.GetDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.UpdateDetectorRequest;

/**
 * GuardDuty is on in every chosen Region, and its findings reach the alert topic. Plans that nobody
 * chose are off where we switch GuardDuty on; where it was on, they are told and left.
 *
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html">Getting
 *     started with GuardDuty</a>
 */
public final class GuardDutyStep implements Step<Account> {
  /** What GuardDuty can't be without, and what has no plan of its own. */
  private static final Set<String> FOUNDATION = Set.of("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS");

  /** What AWS switches on where nobody says no. */
  private static final List<String> ON_BY_ITSELF =
      List.of(
          "S3_DATA_EVENTS",
          "EKS_AUDIT_LOGS",
          "EBS_MALWARE_PROTECTION",
          "RDS_LOGIN_EVENTS",
          "LAMBDA_NETWORK_LOGS",
          "AI_PROTECTION",
          "AI_ANALYST");

  /** A detector, and who runs it for the whole organization. */
  private record Detector(String id, GetDetectorResponse state, Optional<String> administrator) {}

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    List<String> regions = account.regions(answers.list("regions"));
    List<String> offered = new ArrayList<>(regions);
    EventForwarding.prefetch(account, regions);
    List<Account.Observed<Optional<Detector>>> looks =
        account.inEach(regions, region -> look(account, region));
    facts(looks, answers, found);
    for (Account.Observed<Optional<Detector>> seen : looks) {
      Assessment.Builder here = found.in(seen.region());
      if (seen.problem().filter(problem -> notOffered(problem, seen.region())).isPresent()) {
        here.info(Note.of("not-offered"));
        offered.remove(seen.region());
        continue;
      }
      seen.problem().ifPresent(here::unseen);
      seen.value()
          .ifPresent(
              detector ->
                  detector.ifPresentOrElse(
                      there -> judge(there, seen.region(), account, answers, here),
                      () ->
                          here.missing(Note.of("no-detector"))
                              .change(create(seen.region(), account, answers))));
    }
    new EventForwarding(account, events(account, answers)).assess(offered, answers, found);
    return found.build();
  }

  /** GuardDuty is on wherever it is offered. */
  private static void facts(
      List<Account.Observed<Optional<Detector>>> looks, Answers answers, Assessment.Builder found) {
    List<Account.Observed<Optional<Detector>>> offered =
        looks.stream()
            .filter(seen -> seen.problem().filter(it -> notOffered(it, seen.region())).isEmpty())
            .toList();
    Everywhere.fact(
        "everywhere",
        offered,
        one -> one.filter(it -> it.state().status() == DetectorStatus.ENABLED).isPresent(),
        found);
    Everywhere.orUnknown(answers, found, "everywhere");
  }

  /** Nobody answers, and the SDK knows of no endpoint there either. */
  private static boolean notOffered(Problem problem, String region) {
    return problem.kind() == Problem.Kind.OFFLINE && !Account.hasGuardDuty(region);
  }

  private static Optional<Detector> look(Account account, String region) throws CallFailed {
    Optional<String> id =
        account.pages(Reads.LIST_DETECTORS, ListDetectorsRequest.builder().build(), region).stream()
            .flatMap(page -> page.detectorIds().stream())
            .findFirst();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    var administratorOf = GetAdministratorAccountRequest.builder().detectorId(id.get()).build();
    account.prefetch(Reads.GET_ADMINISTRATOR_ACCOUNT, administratorOf, region);
    GetDetectorResponse state =
        account.read(
            Reads.GET_DETECTOR, GetDetectorRequest.builder().detectorId(id.get()).build(), region);
    Optional<String> administrator =
        Optional.ofNullable(
                account
                    .read(Reads.GET_ADMINISTRATOR_ACCOUNT, administratorOf, region)
                    .administrator())
            .map(who -> who.accountId());
    return Optional.of(new Detector(id.get(), state, administrator));
  }

  private static void judge(
      Detector detector,
      String region,
      Account account,
      Answers answers,
      Assessment.Builder found) {
    boolean on = detector.state().status() == DetectorStatus.ENABLED;
    if (detector.administrator().isPresent()) {
      // What the organization decides is not changed from here.
      String who = detector.administrator().get();
      Note note = Note.of(on ? "managed" : "managed-off", who);
      if (on) {
        found.ok(note);
      } else {
        found.missing(note);
      }
      return;
    }
    if (!on) {
      found.missing(Note.of("suspended")).change(resume(detector, region, account));
      return;
    }
    found.ok(Note.of("detector"));
    plans(detector, region, account, answers, found);
  }

  private static void plans(
      Detector detector,
      String region,
      Account account,
      Answers answers,
      Assessment.Builder found) {
    List<DetectorFeatureConfigurationResult> more =
        detector.state().features().stream()
            .filter(feature -> feature.status() == FeatureStatus.ENABLED)
            .filter(feature -> feature.nameAsString() != null)
            .filter(feature -> !FOUNDATION.contains(feature.nameAsString()))
            .filter(feature -> !answers.list("plans").contains(feature.nameAsString()))
            .toList();
    List<String> byItself =
        more.stream()
            .filter(feature -> byItself(feature, detector.state()))
            .map(DetectorFeatureConfigurationResult::nameAsString)
            .toList();
    if (!byItself.isEmpty()) {
      found
          .missing(Note.of("plans-on", String.join(", ", byItself)))
          .change(switchOff(detector, byItself, region, account));
    }
    String kept =
        more.stream()
            .map(DetectorFeatureConfigurationResult::nameAsString)
            .filter(name -> !byItself.contains(name))
            .collect(Collectors.joining(", "));
    if (!kept.isEmpty()) {
      found.info(Note.of("plans-kept", kept));
    }
  }

  /** Whether AWS switched a plan on when we made the detector; a person does so later. */
  private static boolean byItself(
      DetectorFeatureConfigurationResult feature, GetDetectorResponse detector) {
    return "firstday".equals(detector.tags().get("CreatedBy"))
        && feature.updatedAt() != null
        && feature
            .updatedAt()
            .isBefore(Instant.parse(detector.createdAt()).plus(Duration.ofMinutes(1)));
  }

  private static Change create(String region, Account account, Answers answers) {
    Set<String> chosen = Set.copyOf(answers.list("plans"));
    List<DetectorFeatureConfiguration> features =
        Stream.concat(ON_BY_ITSELF.stream(), answers.list("plans").stream())
            .distinct()
            .map(name -> feature(name, chosen.contains(name)))
            .toList();
    CreateDetectorRequest create =
        CreateDetectorRequest.builder()
            .enable(true)
            .findingPublishingFrequency(FindingPublishingFrequency.FIFTEEN_MINUTES)
            .features(features)
            .tags(Map.of("CreatedBy", "firstday"))
            .build();
    String id = "guardduty/" + region + "/detector";
    Note why = Note.of("detector", region);
    Change plain = account.change(id, create, region).build(Effect.CREATE, why);
    return account
        .change(id, create, region)
        .verifiedBy(Reads.LIST_DETECTORS, ListDetectorsRequest.builder().build(), "/DetectorIds/0")
        .undoneBy(
            Effect.DELETE,
            DeleteDetectorRequest.builder().detectorId(References.to(plain, "/DetectorId")).build())
        .build(Effect.CREATE, why);
  }

  private static DetectorFeatureConfiguration feature(String name, boolean on) {
    return DetectorFeatureConfiguration.builder()
        .name(name)
        .status(on ? FeatureStatus.ENABLED : FeatureStatus.DISABLED)
        .build();
  }

  private static Change switchOff(
      Detector detector, List<String> plans, String region, Account account) {
    return update(
        "plans",
        detector,
        UpdateDetectorRequest.builder()
            .features(plans.stream().map(name -> feature(name, false)).toList()),
        UpdateDetectorRequest.builder()
            .features(plans.stream().map(name -> feature(name, true)).toList()),
        region,
        account,
        Note.of("plans", String.join(", ", plans), region));
  }

  private static Change resume(Detector detector, String region, Account account) {
    return update(
        "resume",
        detector,
        UpdateDetectorRequest.builder().enable(true),
        UpdateDetectorRequest.builder().enable(false),
        region,
        account,
        Note.of("resume", region));
  }

  private static Change update(
      String what,
      Detector detector,
      UpdateDetectorRequest.Builder update,
      UpdateDetectorRequest.Builder undo,
      String region,
      Account account,
      Note why) {
    return account
        .change(
            "guardduty/%s/%s".formatted(region, what),
            update.detectorId(detector.id()).build(),
            region)
        .verifiedBy(
            Reads.GET_DETECTOR,
            GetDetectorRequest.builder().detectorId(detector.id()).build(),
            "/Status",
            "/Features/*/Status")
        .undoneBy(Effect.CHANGE, undo.detectorId(detector.id()).build())
        .build(Effect.CHANGE, why);
  }

  private static EventForwarding.Events events(Account account, Answers answers) {
    String severity = answers.text("minimum-severity").orElseThrow();
    return new EventForwarding.Events(
        "firstday-guardduty",
        """
        {"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"],\
        "detail":{"severity":[{"numeric":[">=",%s]}]}}\
        """
            .formatted(severity),
        InputTransformer.builder()
            .inputPathsMap(
                Map.of(
                    "severity", "$.detail.severity",
                    "type", "$.detail.type",
                    "title", "$.detail.title",
                    "text", "$.detail.description",
                    "region", "$.region",
                    "account", "$.account"))
            .inputTemplate(
                """
                "GuardDuty finding of severity <severity> in <region> (account <account>)"
                "<title>"
                "<text>"
                "Type: <type>"
                "Details: https://<region>.CONSOLE/guardduty/home?region=<region>#/findings"\
                """
                    .replace("CONSOLE", Partition.console(account)))
            .build(),
        pattern -> EventPatterns.takesFindings(pattern, Double.parseDouble(severity)),
        text -> true);
  }
}
