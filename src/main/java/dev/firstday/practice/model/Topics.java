package dev.firstday.practice.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The topics of the practice account, by ARN. */
public final class Topics {
  private final Map<String, Topic> byArn = new TreeMap<>();

  /** A topic, and who is subscribed to it. */
  public static final class Topic {
    public final Map<String, String> attributes = new TreeMap<>();
    public final Map<String, String> tags = new TreeMap<>();
    public final Map<String, Subscriber> subscribers = new LinkedHashMap<>();

    /** Subscribes somebody who has confirmed it already. */
    public void confirmed(String protocol, String endpoint) {
      Subscriber subscriber = new Subscriber(protocol, endpoint);
      subscriber.confirmed = true;
      subscribers.put(protocol + ":" + endpoint, subscriber);
    }
  }

  /** Somebody who gets a topic's messages, once the mail to them is confirmed. */
  public static final class Subscriber {
    public final String protocol;
    public final String endpoint;
    public boolean confirmed;

    public Subscriber(String protocol, String endpoint) {
      this.protocol = protocol;
      this.endpoint = endpoint;
    }
  }

  public static String arn(String region, String name) {
    return "arn:aws:sns:%s:%s:%s".formatted(region, PracticeState.ACCOUNT_ID, name);
  }

  public Optional<Topic> find(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  /** Makes a topic with the policy that SNS gives it where nobody says anything. */
  public Topic create(String arn) {
    Topic topic = new Topic();
    topic.attributes.put(
        "Policy",
        """
        {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[\
        {"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},"Action":\
        ["SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission",\
        "SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe","SNS:ListSubscriptionsByTopic",\
        "SNS:Publish"],"Resource":"%s",\
        "Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}\
        """
            .formatted(arn, PracticeState.ACCOUNT_ID));
    byArn.put(arn, topic);
    return topic;
  }

  public void remove(String arn) {
    byArn.remove(arn);
  }

  /** Whether a mail waits for somebody who follows its link. */
  public boolean anyUnconfirmed() {
    return byArn.values().stream()
        .flatMap(topic -> topic.subscribers.values().stream())
        .anyMatch(subscriber -> !subscriber.confirmed);
  }

  /** Everybody follows the link of the mail they got. */
  public void confirmAll() {
    byArn.values().stream()
        .flatMap(topic -> topic.subscribers.values().stream())
        .forEach(subscriber -> subscriber.confirmed = true);
  }
}
