package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.engine.Answers;
import dev.firstday.engine.Assessment;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Note;
import dev.firstday.engine.Step;
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
final class ConfigRecorderStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    List<String> regions = account.regions(answers.list("regions"));
    List<Account.Seen<ConfigRecorders.Look>> all =
        account.inEach(regions, region -> ConfigRecorders.look(account, region));
    Assessment.Builder found = Assessment.builder();
    all.forEach(
        seen -> seen.problem().ifPresent(problem -> found.in(seen.region()).unseen(problem)));
    Optional<String> global = globalRegion(all, regions);
    all.stream()
        .filter(seen -> seen.value().isPresent())
        .forEach(
            seen ->
                judge(
                    seen.value().get(),
                    global.equals(Optional.of(seen.region())),
                    found.in(seen.region())));
    new ConfigRecorderChanges(account, answers, found).plan(all, global);
    return found.build();
  }

  /** The Region that has to record the global types: the one that does, if there is one. */
  private static Optional<String> globalRegion(
      List<Account.Seen<ConfigRecorders.Look>> all, List<String> regions) {
    return all.stream()
        .filter(seen -> seen.value().filter(ConfigRecorders.Look::globalTypes).isPresent())
        .map(Account.Seen::region)
        .findFirst()
        .or(() -> ConfigRecorders.forGlobalTypes(regions));
  }

  private static void judge(ConfigRecorders.Look look, boolean global, Assessment.Builder found) {
    if (look.recorder().isEmpty()) {
      found.missing(Note.of("no-recorder")).info(Note.of("break-even"));
      return;
    }
    boolean good =
        look.allTypes()
            && (look.globalTypes() || !global)
            && look.channel().isPresent()
            && look.recording()
            && look.failure().isEmpty();
    if (good) {
      found.ok(Note.of(look.daily() ? "daily" : "continuous"));
    }
    if (!look.allTypes()) {
      found.missing(Note.of("some-types"));
    }
    if (global && !look.globalTypes()) {
      found.missing(Note.of("no-global-types"));
    }
    if (!global && look.globalTypes()) {
      found.info(Note.of("global-types-again"));
    }
    if (look.channel().map(DeliveryChannel::s3BucketName).isEmpty()) {
      found.missing(Note.of("no-channel"));
    }
    if (!look.recording()) {
      found.missing(Note.of("stopped"));
    }
    look.failure().ifPresent(error -> found.missing(Note.of("failing", error)));
  }
}
