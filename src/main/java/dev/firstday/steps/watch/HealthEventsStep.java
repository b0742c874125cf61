package dev.firstday.steps.watch;

import static dev.firstday.steps.resources.EventPatterns.names;

import dev.firstday.aws.Account;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.EventForwarding;
import dev.firstday.steps.resources.EventPatterns;
import dev.firstday.steps.resources.Partition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;

/**
 * What AWS Health has to say is mailed in a text that can be read. Global events are delivered in
 * us-east-1, a copy of every other Region's account events in us-west-2, and a Region's public
 * events only where it has a rule of its own. Other partitions have Regions of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/health/latest/ug/choosing-a-region.html">Choosing
 *     Regions for AWS Health events</a>
 */
public final class HealthEventsStep implements Step<Account> {
  private static final Map<String, String> PATHS =
      Map.of(
          "type", "$.detail.eventTypeCategory",
          "start", "$.detail.startTime",
          "service", "$.detail.service",
          // Not $.region: that is where the event was delivered, not what it is about.
          "region", "$.detail.eventRegion",
          "code", "$.detail.eventTypeCode",
          "text", "$.detail.eventDescription[0].latestDescription",
          "account", "$.account");

  private static final Pattern CONSOLE =
      Pattern.compile(
          "aws\\.amazon\\.com|amazonaws-us-gov\\.com|amazonaws\\.cn|amazonaws-eusc\\.eu");

  private static final String ENGLISH =
      """
      "AWS Health: <type> (account <account>)"
      "Start: <start>"
      "Service: <service>"
      "Region: <region>"
      "Event: <code>"
      "<text>"
      "Details: https://CONSOLE/health/home"\
      """;

  private static final String JAPANESE =
      """
      "AWS Health からのお知らせ: <type> (アカウント <account>)"
      "開始: <start>"
      "サービス: <service>"
      "リージョン: <region>"
      "イベント: <code>"
      "<text>"
      "詳細: https://CONSOLE/health/home"\
      """;

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    Set<String> regions = new TreeSet<>(account.regions(answers.list("regions")));
    regions.addAll(Partition.globalEvents(account));
    EventForwarding.Events events =
        new EventForwarding.Events(
            "firstday-health",
            pattern(regions),
            InputTransformer.builder()
                .inputPathsMap(PATHS)
                .inputTemplate(text(account, answers))
                .build(),
            EventPatterns::takesHealth,
            HealthEventsStep::readable);
    new EventForwarding(account, events)
        .assess(account.regions(List.copyOf(regions)), answers, found);
    return found.build();
  }

  private static String text(Account account, Answers answers) {
    boolean aws = account.identity().partition().equals("aws");
    return (answers.text("language").orElseThrow().equals("ja") ? JAPANESE : ENGLISH)
        .replace("CONSOLE", (aws ? "health." : "") + Partition.console(account));
  }

  /**
   * All events, but no further pages of one, and no copy of what a Region with a rule of its own
   * gets itself.
   */
  private static String pattern(Collection<String> regions) {
    return """
    {"source":["aws.health"],"detail":{"page":["1",{"exists":false}],"$or":[\
    {"backupEvent":["false",{"exists":false}]},\
    {"eventRegion":[{"anything-but":["%s","global"]}]}]}}\
    """
        .formatted(String.join("\",\"", regions));
  }

  /** Whether a text, in whatever words and language, names all that matters. */
  private static boolean readable(InputTransformer text) {
    return Stream.of(
                "$.detail.startTime",
                "$.detail.service",
                "$.detail.eventRegion",
                "$.detail.eventTypeCode",
                "$.detail.eventDescription")
            .allMatch(path -> names(text, path))
        && (names(text, "$.detail.eventTypeCategory") || names(text, "$.detail-type"))
        && CONSOLE.matcher(text.inputTemplate()).find();
  }
}
