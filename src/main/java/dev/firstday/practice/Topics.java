package dev.firstday.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The topics of the practice account, by ARN. */
final class Topics {
  private final Map<String, Topic> byArn = new TreeMap<>();

  /** A topic, and who is subscribed to it. */
  static final class Topic {
    final Map<String, String> attributes = new TreeMap<>();
    final Map<String, String> tags = new TreeMap<>();
    final Map<String, Subscriber> subscribers = new LinkedHashMap<>();

    /** Subscribes somebody who has confirmed it already. */
    void confirmed(String protocol, String endpoint) {
      subscribers.put(protocol + ":" + endpoint, new Subscriber(protocol, endpoint));
      subscribers.get(protocol + ":" + endpoint).confirmed = true;
    }
  }

  /** Somebody who gets a topic's messages, once the mail to them is confirmed. */
  static final class Subscriber {
    final String protocol;
    final String endpoint;
    boolean confirmed;

    Subscriber(String protocol, String endpoint) {
      this.protocol = protocol;
      this.endpoint = endpoint;
    }
  }

  static String arn(String region, String name) {
    return "arn:aws:sns:%s:%s:%s".formatted(region, Model.ACCOUNT_ID, name);
  }

  Optional<Topic> find(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  /** Makes a topic with the policy that SNS gives it where nobody says anything. */
  Topic create(String arn) {
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
            .formatted(arn, Model.ACCOUNT_ID));
    byArn.put(arn, topic);
    return topic;
  }

  void remove(String arn) {
    byArn.remove(arn);
  }

  /** Everybody follows the link of the mail they got. */
  void confirmAll() {
    byArn.values().stream()
        .flatMap(topic -> topic.subscribers.values().stream())
        .forEach(subscriber -> subscriber.confirmed = true);
  }
}
