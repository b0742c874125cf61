package dev.firstday.practice.watch;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/** SNS. */
public final class PracticeSns implements SnsClient {
  private final PracticeCall practiceCall;

  public PracticeSns(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public CreateTopicResponse createTopic(CreateTopicRequest request) {
    return practiceCall.answer(
        "CreateTopic",
        request,
        model -> {
          if (!request.name().matches("[A-Za-z0-9_-]{1,256}")) {
            throw invalid("Topic Name");
          }
          String arn = Topics.arn(practiceCall.region(), request.name());
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
        });
  }

  private void requireSame(
      Topics.Topic topic, CreateTopicRequest request, Map<String, String> tags) {
    if (!topic.attributes.entrySet().containsAll(request.attributes().entrySet())) {
      throw invalid("Attributes Reason: Topic already exists with different attributes");
    }
    if (!topic.tags.equals(tags)) {
      throw invalid("Tags Reason: Topic already exists with different tags");
    }
  }

  @Override
  public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest request) {
    return practiceCall.answer(
        "GetTopicAttributes",
        request,
        model -> {
          Topics.Topic topic = topic(model, request.topicArn());
          long confirmed = topic.subscribers.values().stream().filter(one -> one.confirmed).count();
          Map<String, String> attributes = new TreeMap<>(topic.attributes);
          attributes.put("TopicArn", request.topicArn());
          attributes.put("Owner", PracticeState.ACCOUNT_ID);
          attributes.put("SubscriptionsConfirmed", Long.toString(confirmed));
          attributes.put(
              "SubscriptionsPending", Long.toString(topic.subscribers.size() - confirmed));
          attributes.put("SubscriptionsDeleted", "0");
          return GetTopicAttributesResponse.builder().attributes(attributes);
        });
  }

  @Override
  public SetTopicAttributesResponse setTopicAttributes(SetTopicAttributesRequest request) {
    return practiceCall.answer(
        "SetTopicAttributes",
        request,
        model -> {
          topic(model, request.topicArn())
              .attributes
              .put(request.attributeName(), request.attributeValue());
          return SetTopicAttributesResponse.builder();
        });
  }

  @Override
  public DeleteTopicResponse deleteTopic(DeleteTopicRequest request) {
    return practiceCall.answer(
        "DeleteTopic",
        request,
        model -> {
          // One that is not there is no error.
          model.topics.remove(request.topicArn());
          return DeleteTopicResponse.builder();
        });
  }

  @Override
  public SubscribeResponse subscribe(SubscribeRequest request) {
    return practiceCall.answer(
        "Subscribe",
        request,
        model -> {
          Topics.Subscriber subscriber =
              topic(model, request.topicArn())
                  .subscribers
                  .computeIfAbsent(
                      request.protocol() + ":" + request.endpoint(),
                      key -> new Topics.Subscriber(request.protocol(), request.endpoint()));
          boolean told =
              subscriber.confirmed || Boolean.TRUE.equals(request.returnSubscriptionArn());
          return SubscribeResponse.builder()
              .subscriptionArn(told ? arn(request.topicArn(), subscriber) : "pending confirmation");
        });
  }

  @Override
  public UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
    return practiceCall.answer(
        "Unsubscribe",
        request,
        model -> {
          String arn = request.subscriptionArn();
          if (arn.split(":").length < 7) {
            throw invalid("SubscriptionArn Reason: An ARN must have at least 6 elements");
          }
          String topicArn = arn.substring(0, arn.lastIndexOf(':'));
          model
              .topics
              .find(topicArn)
              .ifPresent(
                  topic ->
                      topic.subscribers.values().removeIf(one -> arn(topicArn, one).equals(arn)));
          return UnsubscribeResponse.builder();
        });
  }

  @Override
  public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(
      ListSubscriptionsByTopicRequest request) {
    return practiceCall.answer(
        "ListSubscriptionsByTopic",
        request,
        model -> {
          List<Subscription> subscriptions =
              topic(model, request.topicArn()).subscribers.values().stream()
                  .map(one -> subscription(request.topicArn(), one))
                  .toList();
          PagedItems<Subscription> page =
              PagedItems.of(subscriptions, 100, request.nextToken(), () -> invalid("NextToken"));
          return ListSubscriptionsByTopicResponse.builder()
              .subscriptions(page.items())
              .nextToken(page.next());
        });
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

  private Topics.Topic topic(PracticeState model, String arn) {
    return model
        .topics
        .find(arn)
        .filter(topic -> arn.contains(":" + practiceCall.region() + ":"))
        .orElseThrow(
            () ->
                practiceCall.error(
                    NotFoundException.builder(), 404, "NotFound", "Topic does not exist"));
  }

  private AwsServiceException invalid(String what) {
    return practiceCall.error(
        InvalidParameterException.builder(), 400, "InvalidParameter", "Invalid parameter: " + what);
  }
}
