package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/** SNS. */
public final class PracticeSns {
  private PracticeSns() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(CreateTopicRequest.class, PracticeSns::create)
        .on(GetTopicAttributesRequest.class, PracticeSns::attributes)
        .on(
            SetTopicAttributesRequest.class,
            SetTopicAttributesResponse::builder,
            (model, region, request) ->
                topic(model, region, request.topicArn())
                    .attributes
                    .put(request.attributeName(), request.attributeValue()))
        .on(
            DeleteTopicRequest.class,
            DeleteTopicResponse::builder,
            // One that is not there is no error.
            (model, request) -> model.topics.remove(request.topicArn()))
        .on(SubscribeRequest.class, PracticeSns::subscribe)
        .on(UnsubscribeRequest.class, UnsubscribeResponse::builder, PracticeSns::unsubscribe)
        .on(ListSubscriptionsByTopicRequest.class, PracticeSns::subscriptions);
  }

  private static AwsResponse.Builder create(
      PracticeState model, String region, CreateTopicRequest request) {
    if (!request.name().matches("[A-Za-z0-9_-]{1,256}")) {
      throw invalid("Topic Name");
    }
    String arn = Topics.arn(region, request.name());
    Map<String, String> tags =
        request.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    model
        .topics
        .find(arn)
        .ifPresentOrElse(
            topic -> requireSame(topic, request, tags),
            () -> {
              Topics.Topic topic = model.topics.create(arn);
              topic.attributes.putAll(request.attributes());
              topic.tags.putAll(tags);
            });
    return CreateTopicResponse.builder().topicArn(arn);
  }

  private static void requireSame(
      Topics.Topic topic, CreateTopicRequest request, Map<String, String> tags) {
    if (!topic.attributes.entrySet().containsAll(request.attributes().entrySet())) {
      throw invalid("Attributes Reason: Topic already exists with different attributes");
    }
    if (!topic.tags.equals(tags)) {
      throw invalid("Tags Reason: Topic already exists with different tags");
    }
  }

  private static AwsResponse.Builder attributes(
      PracticeState model, String region, GetTopicAttributesRequest request) {
    Topics.Topic topic = topic(model, region, request.topicArn());
    long confirmed = topic.subscribers.values().stream().filter(one -> one.confirmed).count();
    Map<String, String> attributes = new TreeMap<>(topic.attributes);
    attributes.put("TopicArn", request.topicArn());
    attributes.put("Owner", PracticeState.ACCOUNT_ID);
    attributes.put("SubscriptionsConfirmed", Long.toString(confirmed));
    attributes.put("SubscriptionsPending", Long.toString(topic.subscribers.size() - confirmed));
    attributes.put("SubscriptionsDeleted", "0");
    return GetTopicAttributesResponse.builder().attributes(attributes);
  }

  private static AwsResponse.Builder subscribe(
      PracticeState model, String region, SubscribeRequest request) {
    Topics.Subscriber subscriber =
        topic(model, region, request.topicArn())
            .subscribers
            .computeIfAbsent(
                request.protocol() + ":" + request.endpoint(),
                key -> new Topics.Subscriber(request.protocol(), request.endpoint()));
    boolean told = subscriber.confirmed || Boolean.TRUE.equals(request.returnSubscriptionArn());
    return SubscribeResponse.builder()
        .subscriptionArn(told ? arn(request.topicArn(), subscriber) : "pending confirmation");
  }

  private static void unsubscribe(PracticeState model, UnsubscribeRequest request) {
    String arn = request.subscriptionArn();
    if (arn.split(":").length < 7) {
      throw invalid("SubscriptionArn Reason: An ARN must have at least 6 elements");
    }
    String topicArn = arn.substring(0, arn.lastIndexOf(':'));
    model
        .topics
        .find(topicArn)
        .ifPresent(
            topic -> topic.subscribers.values().removeIf(one -> arn(topicArn, one).equals(arn)));
  }

  private static AwsResponse.Builder subscriptions(
      PracticeState model, String region, ListSubscriptionsByTopicRequest request) {
    PagedItems<Subscription> page =
        PagedItems.of(
            topic(model, region, request.topicArn()).subscribers.values().stream()
                .map(one -> subscription(request.topicArn(), one))
                .toList(),
            100,
            request.nextToken(),
            () -> invalid("NextToken"));
    return ListSubscriptionsByTopicResponse.builder()
        .subscriptions(page.items())
        .nextToken(page.next());
  }

  private static Subscription subscription(String topicArn, Topics.Subscriber subscriber) {
    return Subscription.builder()
        .subscriptionArn(subscriber.confirmed ? arn(topicArn, subscriber) : "PendingConfirmation")
        .owner(PracticeState.ACCOUNT_ID)
        .protocol(subscriber.protocol)
        .endpoint(subscriber.endpoint)
        .topicArn(topicArn)
        .build();
  }

  private static String arn(String topicArn, Topics.Subscriber subscriber) {
    byte[] who = (subscriber.protocol + ":" + subscriber.endpoint).getBytes(StandardCharsets.UTF_8);
    return topicArn + ":" + UUID.nameUUIDFromBytes(who);
  }

  private static Topics.Topic topic(PracticeState model, String region, String arn) {
    return model
        .topics
        .find(arn)
        .filter(topic -> arn.contains(":" + region + ":"))
        .orElseThrow(() -> error(404, "NotFound", "Topic does not exist"));
  }

  private static AwsServiceException invalid(String what) {
    return error(400, "InvalidParameter", "Invalid parameter: " + what);
  }
}
