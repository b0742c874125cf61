package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Tag;

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
    attributes().prefetch();
  }

  private Query<GetTopicAttributesResponse> attributes() {
    return account.query(Reads.GET_TOPIC_ATTRIBUTES, topic -> topic.topicArn(arn)).in(region);
  }

  /** Says how the topic stands, and plans what it lacks to reach these addresses. */
  public void assess(Assessment.Builder found, List<String> emails) {
    found.uses(id + "/topic").uses(id + "/policy");
    emails.forEach(email -> found.uses(id + "/subscription/" + email));
    try {
      Optional<GetTopicAttributesResponse> there = attributes().find("NotFound");
      List<Subscription> subscriptions =
          there.isPresent() ? TopicReach.subscriptions(account, arn, region) : List.of();
      if (there.isEmpty()) {
        found.missing(Note.of("topic-missing", NAME)).change(create());
      } else {
        policy(found, Optional.ofNullable(there.get().attributes().get(POLICY)));
      }
      subscribers(found, subscriptions, emails);
    } catch (CallFailed e) {
      found.unseen(e.problem());
    }
  }

  private Change create() {
    return attributes()
        .change(
            id + "/topic",
            CreateTopicRequest.builder()
                .name(NAME)
                .attributes(Map.of(POLICY, Policies.of(statements())))
                .tags(Tag.builder().key("CreatedBy").value("firstday").build()))
        .verifiedBy(attributes(), "/Attributes/Policy")
        .create(Note.of("topic", NAME), DeleteTopicRequest.builder().topicArn(arn));
  }

  /** Lets alarms and rules of this account publish, and nobody else. */
  private List<IamStatement> statements() {
    return List.of(
        publish("FirstdayAlarms", "cloudwatch", "alarm:*"),
        publish("FirstdayRules", "events", "rule/*"));
  }

  private IamStatement publish(String sid, String service, String source) {
    Map<String, String> here = Map.of("aws:SourceAccount", account.identity().accountId());
    return Policies.allow(sid, service + ".amazonaws.com", "SNS:Publish", arn, here).toBuilder()
        .addCondition(
            IamConditionOperator.ARN_LIKE, "aws:SourceArn", arn(account, service, region, source))
        .build();
  }

  private void policy(Assessment.Builder found, Optional<String> text) {
    Policies.Present present = Policies.read(text);
    List<IamStatement> lacking = present.lacking(statements());
    if (lacking.isEmpty()) {
      return;
    }
    found.missing(Note.of("topic-policy", NAME));
    present
        .with(lacking)
        .ifPresentOrElse(
            completed ->
                found.change(
                    attributes()
                        .change(id + "/policy", policy(completed))
                        .verifiedBy(attributes(), "/Attributes/Policy")
                        .update(Note.of("topic-policy", NAME), policy(text.orElse("")))),
            () -> found.info(Note.of("topic-policy-by-hand", NAME)));
  }

  private SetTopicAttributesRequest.Builder policy(String text) {
    return SetTopicAttributesRequest.builder()
        .topicArn(arn)
        .attributeName(POLICY)
        .attributeValue(text);
  }

  private void subscribers(
      Assessment.Builder found, List<Subscription> subscriptions, List<String> emails) {
    if (emails.isEmpty()) {
      // Without an address of ours it is enough that somebody gets the mails.
      switch (TopicReach.of(subscriptions)) {
        case SOMEBODY -> found.ok(Note.of("reaches", NAME));
        case PENDING -> found.pending(Note.of("pending", ""));
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
        case PENDING -> found.pending(Note.of("pending", email));
        case NOBODY -> found.missing(Note.of("not-subscribed", email)).change(subscribe(email));
      }
    }
  }

  private Change subscribe(String email) {
    return attributes()
        .change(
            id + "/subscription/" + email,
            SubscribeRequest.builder()
                .topicArn(arn)
                .protocol("email")
                .endpoint(email)
                .returnSubscriptionArn(true))
        .verifiedBy(
            account
                .query(Reads.LIST_SUBSCRIPTIONS_BY_TOPIC, topic -> topic.topicArn(arn))
                .in(region))
        .create(Note.of("subscription", email));
  }
}
