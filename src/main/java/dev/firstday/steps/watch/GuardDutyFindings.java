package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.engine.answers.Answers;
import dev.firstday.steps.resources.EventForwarding;
import dev.firstday.steps.resources.EventPatterns;
import dev.firstday.steps.resources.Partition;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;

/** The findings of GuardDuty that are mailed, and how the mail reads. */
final class GuardDutyFindings {
  @SuppressWarnings("InlineFormatString") // A pattern is read by itself.
  private static final String PATTERN =
      """
      {"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"],\
      "detail":{"severity":[{"numeric":[">=",%s]}]}}\
      """;

  private static final Map<String, String> PATHS =
      Map.of(
          "severity", "$.detail.severity",
          "type", "$.detail.type",
          "title", "$.detail.title",
          "text", "$.detail.description",
          "region", "$.region",
          "account", "$.account");

  private static final String TEXT =
      """
      "GuardDuty finding of severity <severity> in <region> (account <account>)"
      "<title>"
      "<text>"
      "Type: <type>"
      "Details: https://<region>.CONSOLE/guardduty/home?region=<region>#/findings"\
      """;

  private GuardDutyFindings() {}

  /** The findings of the answered severity and up. */
  static EventForwarding.Events events(Account account, Answers answers) {
    String severity = answers.text("minimum-severity").orElseThrow();
    return new EventForwarding.Events(
        "firstday-guardduty",
        PATTERN.formatted(severity),
        InputTransformer.builder()
            .inputPathsMap(PATHS)
            .inputTemplate(TEXT.replace("CONSOLE", Partition.console(account)))
            .build(),
        pattern -> EventPatterns.takesFindings(pattern, Double.parseDouble(severity)),
        text -> true);
  }
}
