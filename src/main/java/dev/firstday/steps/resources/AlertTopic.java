package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.References;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;

/**
 * The one SNS topic that every alert goes to, with one policy for every service that may publish,
 * so that each step that needs it plans the same changes; one subscription for each address.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html">Email
 *     notifications</a>
 */
public final class AlertTopic {
  /** Its name. */
  public static final String NAME = "firstday-alerts";

  private static final String POLICY = "Policy";

  private final Account account;
  private final String region;
  private final String arn;
  private final String id;

  /** The topic of a Region: the home Region, but for what can only publish where it lies. */
  public AlertTopic(Account account, String region) {
    this.account = account;
    this.region = region;
    this.arn = arn(account, "sns", region, NAME);
    this.id = region.equals(account.homeRegion()) ? "alerts" : "alerts/" + region;
  }

  /** The topic of the home Region. */
  public AlertTopic(Account account) {
    this(account, account.homeRegion());
  }

  public String arn() {
    return arn;
  }

  public static String arn(Account account, String service, String region, String resource) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(
            account.identity().partition(),
            service,
            region,
            account.identity().accountId(),
            resource);
  }

  /** Begins to read how the topic stands. */
  public void prefetch() {
    account.prefetch(Reads.GET_TOPIC_ATTRIBUTES, attributes(), region);
  }

  private GetTopicAttributesRequest attributes() {
    return GetTopicAttributesRequest.builder().topicArn(arn).build();
  }

  /** Says how the topic stands, and plans what it lacks to reach these addresses. */
  public void assess(Assessment.Builder found, List<String> emails) {
    found.uses(id + "/topic").uses(id + "/policy");
    emails.forEach(email -> found.uses(id + "/subscription/" + email));
    try {
      GetTopicAttributesRequest read = attributes();
      Optional<GetTopicAttributesResponse> there =
          account.find(Reads.GET_TOPIC_ATTRIBUTES, read, region, "NotFound");
      List<Subscription> subscriptions =
          there.isPresent() ? TopicReach.subscriptions(account, arn, region) : List.of();
      if (there.isEmpty()) {
        found.missing(Note.of("topic-missing", NAME)).change(create(read));
      } else {
        policy(found, read, Optional.ofNullable(there.get().attributes().get(POLICY)));
      }
      subscribers(found, subscriptions, emails);
    } catch (CallFailed e) {
      found.unseen(e.problem());
    }
  }

  private Change create(GetTopicAttributesRequest read) {
    return account
        .change(
            id + "/topic",
            CreateTopicRequest.builder()
                .name(NAME)
                .attributes(Map.of(POLICY, Policies.of(statements())))
                .tags(Tag.builder().key("CreatedBy").value("firstday").build())
                .build(),
            region)
        .verifiedBy(Reads.GET_TOPIC_ATTRIBUTES, read, "/Attributes/Policy")
        .undoneBy(Effect.DELETE, DeleteTopicRequest.builder().topicArn(arn).build())
        .build(Effect.CREATE, Note.of("topic", NAME));
  }

  /** Lets alarms and rules of this account publish, and nobody else. */
  private List<IamStatement> statements() {
    Map<String, String> here = Map.of("aws:SourceAccount", account.identity().accountId());
    return List.of(
        Policies.allow("FirstdayAlarms", "cloudwatch.amazonaws.com", "SNS:Publish", arn, here)
            .toBuilder()
            .addCondition(
                IamConditionOperator.ARN_LIKE,
                "aws:SourceArn",
                arn(account, "cloudwatch", region, "alarm:*"))
            .build(),
        Policies.allow("FirstdayRules", "events.amazonaws.com", "SNS:Publish", arn, here)
            .toBuilder()
            .addCondition(
                IamConditionOperator.ARN_LIKE,
                "aws:SourceArn",
                arn(account, "events", region, "rule/*"))
            .build());
  }

  private void policy(
      Assessment.Builder found, GetTopicAttributesRequest read, Optional<String> text) {
    Policies.Present present = Policies.read(text);
    List<IamStatement> lacking =
        statements().stream().filter(statement -> !present.covers(statement)).toList();
    if (lacking.isEmpty()) {
      return;
    }
    found.missing(Note.of("topic-policy", NAME));
    Optional<String> completed = present.with(lacking);
    if (completed.isEmpty()) {
      found.info(Note.of("topic-policy-by-hand", NAME));
      return;
    }
    found.change(
        account
            .change(id + "/policy", policy(completed.get()), region)
            .verifiedBy(Reads.GET_TOPIC_ATTRIBUTES, read, "/Attributes/Policy")
            .undoneBy(Effect.CHANGE, policy(text.orElse("")))
            .build(Effect.CHANGE, Note.of("topic-policy", NAME)));
  }

  private SetTopicAttributesRequest policy(String text) {
    return SetTopicAttributesRequest.builder()
        .topicArn(arn)
        .attributeName(POLICY)
        .attributeValue(text)
        .build();
  }

  private void subscribers(
      Assessment.Builder found, List<Subscription> subscriptions, List<String> emails) {
    if (emails.isEmpty()) {
      // Without an address of ours it is enough that somebody gets the mails.
      switch (TopicReach.of(subscriptions)) {
        case SOMEBODY -> found.ok(Note.of("reaches", NAME));
        case PENDING -> waiting(found, "");
        case NOBODY -> found.missingAnswer("emails");
      }
      return;
    }
    for (String email : emails) {
      Stream<Subscription> theirs =
          subscriptions.stream()
              .filter(one -> one.protocol().startsWith("email"))
              .filter(one -> email.equalsIgnoreCase(one.endpoint()));
      switch (TopicReach.of(theirs.toList())) {
        case SOMEBODY -> found.ok(Note.of("subscribed", email));
        case PENDING -> waiting(found, email);
        case NOBODY -> found.missing(Note.of("not-subscribed", email)).change(subscribe(email));
      }
    }
  }

  private static void waiting(Assessment.Builder found, String email) {
    found
        .missing(Note.of("pending", email))
        .waiting(new Waiting(Note.of("pending", email), Optional.empty()));
  }

  private Change subscribe(String email) {
    SubscribeRequest subscribe =
        SubscribeRequest.builder()
            .topicArn(arn)
            .protocol("email")
            .endpoint(email)
            .returnSubscriptionArn(true)
            .build();
    String subscription = id + "/subscription/" + email;
    Note why = Note.of("subscription", email);
    Change plain = account.change(subscription, subscribe, region).build(Effect.CREATE, why);
    return account
        .change(subscription, subscribe, region)
        .verifiedBy(
            Reads.LIST_SUBSCRIPTIONS_BY_TOPIC,
            ListSubscriptionsByTopicRequest.builder().topicArn(arn).build())
        .undoneBy(
            Effect.DELETE,
            UnsubscribeRequest.builder()
                .subscriptionArn(References.to(plain, "/SubscriptionArn"))
                .build())
        .build(Effect.CREATE, why);
  }
}
