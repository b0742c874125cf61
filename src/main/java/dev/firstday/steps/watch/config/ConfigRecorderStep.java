package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import dev.firstday.steps.resources.LandingZone;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.config.model.DeliveryChannel;

/**
 * AWS Config records every type of resource in every chosen Region, and those that belong to no
 * Region in one. A recorder that is there is completed: a Region can have one only.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html">Working
 *     with the configuration recorder</a>
 */
public final class ConfigRecorderStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    List<String> regions = account.regions(answers.list("regions"));
    List<Account.Observed<ConfigRecorders.ObservedRecorder>> all =
        account.inEach(regions, region -> ConfigRecorders.look(account, region));
    Assessment.Builder found = Assessment.builder();
    all.forEach(
        seen -> seen.problem().ifPresent(problem -> found.in(seen.region()).unseen(problem)));
    Optional<String> landingZone = landingZone(all);
    Optional<String> global =
        landingZone.isPresent() && recordingGlobalTypes(all).isEmpty()
            ? globalElsewhere(account, regions, found).or(() -> globalRegion(all, regions))
            : globalRegion(all, regions);
    all.stream()
        .filter(seen -> seen.value().isPresent())
        .forEach(
            seen ->
                judge(
                    seen.value().get(),
                    global.equals(Optional.of(seen.region())),
                    landingZone,
                    found.in(seen.region())));
    facts(account, answers, all, found);
    new ConfigRecorderChanges(account, answers, found).plan(ours(all), global);
    return found.build();
  }

  /** The name of a recorder that a landing zone made, if there is one in any Region. */
  private static Optional<String> landingZone(
      List<Account.Observed<ConfigRecorders.ObservedRecorder>> all) {
    return all.stream()
        .flatMap(seen -> seen.value().stream())
        .flatMap(observed -> observed.ofLandingZone().stream())
        .findFirst();
  }

  /**
   * The Regions that are the account's own affair. Where a landing zone records one Region, a
   * recorder of ours in another would keep it from taking that Region in.
   */
  private static List<Account.Observed<ConfigRecorders.ObservedRecorder>> ours(
      List<Account.Observed<ConfigRecorders.ObservedRecorder>> all) {
    boolean landingZone = landingZone(all).isPresent();
    return all.stream()
        .filter(
            seen ->
                seen.value()
                    .filter(observed -> observed.ofLandingZone().isEmpty())
                    .filter(observed -> observed.recorder().isPresent() || !landingZone)
                    .isPresent())
        .toList();
  }

  /** A landing zone records the global types in its home Region, which need not be a chosen one. */
  private static Optional<String> globalElsewhere(
      Account account, List<String> regions, Assessment.Builder found) throws CallFailed {
    List<String> others =
        account.regions(List.of("enabled")).stream().filter(r -> !regions.contains(r)).toList();
    List<Account.Observed<ConfigRecorders.ObservedRecorder>> recorders =
        account.inEach(others, region -> ConfigRecorders.look(account, region));
    Optional<String> global = recordingGlobalTypes(recorders);
    if (global.isEmpty()) {
      recorders.forEach(
          seen -> seen.problem().ifPresent(problem -> found.in(seen.region()).unseen(problem)));
    }
    return global;
  }

  private static Optional<String> recordingGlobalTypes(
      List<Account.Observed<ConfigRecorders.ObservedRecorder>> recorders) {
    return recorders.stream()
        .filter(
            seen -> seen.value().filter(ConfigRecorders.ObservedRecorder::globalTypes).isPresent())
        .map(Account.Observed::region)
        .findFirst();
  }

  private static void facts(
      Account account,
      Answers answers,
      List<Account.Observed<ConfigRecorders.ObservedRecorder>> all,
      Assessment.Builder found) {
    Everywhere.fact(
        "recording", all, observed -> observed.recording() && observed.failure().isEmpty(), found);
    Everywhere.fact("all-types", all, ConfigRecorders.ObservedRecorder::allTypes, found);
    Everywhere.fact("service-role", all, observed -> observed.hasServiceLinkedRole(account), found);
    Everywhere.orUnknown(answers, found, "recording", "all-types", "service-role");
    if (all.stream()
        .noneMatch(
            seen ->
                seen.value().stream().anyMatch(ConfigRecorders.ObservedRecorder::globalTypes))) {
      // Where a Region was not looked at, that one may record them.
      boolean seenAll = all.stream().allMatch(seen -> seen.value().isPresent());
      boolean everywhere = answers.list("regions").equals(List.of("enabled"));
      found.fact("all-types", seenAll && everywhere ? Judgement.NOT_MET : Judgement.NOT_JUDGED);
    }
  }

  /** The Region that has to record the global types: the one that does, if there is one. */
  private static Optional<String> globalRegion(
      List<Account.Observed<ConfigRecorders.ObservedRecorder>> all, List<String> regions) {
    return recordingGlobalTypes(all).or(() -> ConfigRecorders.forGlobalTypes(regions));
  }

  private static void noRecorder(Optional<String> landingZone, Assessment.Builder found) {
    found.missing(Note.of("no-recorder"));
    if (landingZone.filter(name -> LandingZone.keeps(name, found)).isEmpty()) {
      found.info(Note.of("break-even"));
    }
  }

  private static boolean good(ConfigRecorders.ObservedRecorder observed, boolean global) {
    return observed.allTypes()
        && (observed.globalTypes() || !global)
        && observed.channel().isPresent()
        && observed.recording()
        && observed.failure().isEmpty();
  }

  private static void judge(
      ConfigRecorders.ObservedRecorder observed,
      boolean global,
      Optional<String> landingZone,
      Assessment.Builder found) {
    if (observed.recorder().isEmpty()) {
      noRecorder(landingZone, found);
      return;
    }
    if (good(observed, global)) {
      found.ok(Note.of(observed.daily() ? "daily" : "continuous"));
    } else {
      observed.ofLandingZone().ifPresent(name -> LandingZone.keeps(name, found));
    }
    if (!observed.allTypes()) {
      found.missing(Note.of("some-types"));
    }
    if (global && !observed.globalTypes()) {
      found.missing(Note.of("no-global-types"));
    }
    if (!global && observed.globalTypes()) {
      found.info(Note.of("global-types-again"));
    }
    if (observed.channel().map(DeliveryChannel::s3BucketName).isEmpty()) {
      found.missing(Note.of("no-channel"));
    }
    if (!observed.recording()) {
      found.missing(Note.of("stopped"));
    }
    observed.failure().ifPresent(error -> found.missing(Note.of("failing", error)));
  }
}
