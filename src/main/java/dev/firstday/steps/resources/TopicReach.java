package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Whom an SNS topic reaches. */
public enum TopicReach {
  /** Somebody gets what is published. */
  SOMEBODY,
  /** Somebody will, once the mail to them is confirmed. */
  PENDING,
  NOBODY;

  /** Whom any topic of the account reaches. */
  public static TopicReach of(Account account, String topicArn, String region) throws CallFailed {
    return of(subscriptions(account, topicArn, region));
  }

  static TopicReach of(List<Subscription> subscriptions) {
    if (subscriptions.stream().anyMatch(TopicReach::confirmed)) {
      return SOMEBODY;
    }
    return subscriptions.stream().anyMatch(TopicReach::pending) ? PENDING : NOBODY;
  }

  private static boolean confirmed(Subscription subscription) {
    return subscription.subscriptionArn().startsWith("arn:");
  }

  private static boolean pending(Subscription subscription) {
    return subscription.subscriptionArn().equals("PendingConfirmation");
  }

  /** A topic's subscriptions; none if there is no such topic. */
  static List<Subscription> subscriptions(Account account, String topicArn, String region)
      throws CallFailed {
    try {
      return account
          .query(Reads.LIST_SUBSCRIPTIONS_BY_TOPIC, topic -> topic.topicArn(topicArn))
          .in(region)
          .all(
              ListSubscriptionsByTopicResponse::subscriptions,
              Subscription::subscriptionArn,
              Subscription::protocol);
    } catch (CallFailed e) {
      if (e.problem().code().startsWith("NotFound")) {
        return List.of();
      }
      throw e;
    }
  }
}
