package dev.firstday.practice;

import dev.firstday.practice.model.DetectorRecord;
import dev.firstday.practice.model.EventRules;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Topics;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What somebody who began by hand has that watches the account. */
final class HalfDoneWatch {
  private static final String HOME = "ap-northeast-1";
  private static final String GLOBAL = "us-east-1";

  private HalfDoneWatch() {}

  static void prepare(PracticeState model) {
    // The alert topic with somebody else's address, and with the policy that SNS gave it.
    model.topics.create(Topics.arn(HOME, "firstday-alerts")).confirmed("email", "bob@example.com");
    // Health events by mail, but as raw data.
    String topic = Topics.arn(GLOBAL, "alerts");
    model.topics.create(topic).confirmed("email", "aoi@example.com");
    model
        .eventRules
        .put(
            GLOBAL,
            Rule.builder()
                .name("health")
                .arn(EventRules.arn(GLOBAL, "health"))
                .eventPattern("{\"source\":[\"aws.health\"]}")
                .state(RuleState.ENABLED)
                .eventBusName("default")
                .build())
        .targets
        .put("mail", Target.builder().id("mail").arn(topic).build());
    // GuardDuty with all the plans that it switches on by itself.
    model.detectors.put(GLOBAL, new DetectorRecord(model.opened));
  }
}
