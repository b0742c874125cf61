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
    Assessment.Builder found = Assessment.builder();
    List<String> regions = account.regions(answers.list("regions"));
    Everywhere<ObservedRecorder> all =
        Everywhere.look(account, answers, found, region -> ObservedRecorder.read(account, region))
            .sayUnseen();
    List<ObservedRecorder> recorders = all.seen();
    Optional<String> landingZone =
        recorders.stream().flatMap(recorder -> recorder.ofLandingZone().stream()).findFirst();
    Optional<String> global = ObservedRecorder.recordingGlobalTypes(recorders);
    if (landingZone.isPresent() && global.isEmpty()) {
      global = globalElsewhere(account, regions, found);
    }
    String globalRegion = global.or(() -> RegionalSupport.firstWithGlobalTypes(regions)).orElse("");
    for (ObservedRecorder recorder : recorders) {
      boolean here = recorder.region().equals(globalRegion);
      judge(recorder, here, landingZone, found.in(recorder.region()));
    }
    facts(account, all, found);
    new ConfigRecorderChanges(account, answers, found)
        .plan(ours(recorders, landingZone), globalRegion);
    return found.build();
  }

  /**
   * The Regions that are the account's own affair. Where a landing zone records one Region, a
   * recorder of ours in another would keep it from taking that Region in.
   */
  private static List<ObservedRecorder> ours(
      List<ObservedRecorder> recorders, Optional<String> landingZone) {
    return recorders.stream()
        .filter(recorder -> recorder.ofLandingZone().isEmpty())
        .filter(recorder -> recorder.recorder().isPresent() || landingZone.isEmpty())
        .toList();
  }

  /** A landing zone records the global types in its home Region, which need not be a chosen one. */
  private static Optional<String> globalElsewhere(
      Account account, List<String> regions, Assessment.Builder found) throws CallFailed {
    List<String> others =
        account.regions(List.of("enabled")).stream().filter(r -> !regions.contains(r)).toList();
    Everywhere<ObservedRecorder> elsewhere =
        new Everywhere<>(
            account.inEach(others, region -> ObservedRecorder.read(account, region)), true, found);
    return ObservedRecorder.recordingGlobalTypes(elsewhere.seen())
        .or(() -> ObservedRecorder.recordingGlobalTypes(elsewhere.sayUnseen().seen()));
  }

  private static void facts(
      Account account, Everywhere<ObservedRecorder> all, Assessment.Builder found) {
    all.fact("recording", recorder -> recorder.recording() && recorder.failure().isEmpty())
        .fact("all-types", ObservedRecorder::allTypes)
        .fact("service-role", recorder -> recorder.hasServiceLinkedRole(account));
    if (all.seen().stream().noneMatch(ObservedRecorder::globalTypes)) {
      // Where a Region was not looked at, that one may record them.
      boolean known = all.all() && all.seen().size() == all.regions().size();
      found.fact("all-types", known ? Judgement.NOT_MET : Judgement.NOT_JUDGED);
    }
  }

  private static void judge(
      ObservedRecorder observed,
      boolean global,
      Optional<String> landingZone,
      Assessment.Builder found) {
    if (observed.recorder().isEmpty()) {
      found.missing(Note.of("no-recorder"));
      if (landingZone.filter(name -> LandingZone.keeps(name, found)).isEmpty()) {
        found.info(Note.of("break-even"));
      }
      return;
    }
    if (observed.good(global)) {
      found.ok(Note.of(observed.daily() ? "daily" : "continuous"));
    } else {
      observed.ofLandingZone().ifPresent(name -> LandingZone.keeps(name, found));
    }
    missing(!observed.allTypes(), "some-types", found);
    missing(global && !observed.globalTypes(), "no-global-types", found);
    if (!global && observed.globalTypes()) {
      found.info(Note.of("global-types-again"));
    }
    missing(observed.channel().isEmpty(), "no-channel", found);
    missing(!observed.recording(), "stopped", found);
    observed.failure().ifPresent(error -> found.missing(Note.of("failing", error)));
  }

  private static void missing(boolean is, String code, Assessment.Builder found) {
    if (is) {
      found.missing(Note.of(code));
    }
  }
}
