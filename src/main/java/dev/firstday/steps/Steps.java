package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.engine.Step;
import dev.firstday.engine.assess.BoundStep;
import dev.firstday.steps.guards.AccessAnalyzerStep;
import dev.firstday.steps.guards.EbsEncryptionStep;
import dev.firstday.steps.guards.Imdsv2Step;
import dev.firstday.steps.guards.S3PublicAccessBlockStep;
import dev.firstday.steps.money.BudgetStep;
import dev.firstday.steps.money.CostAnomalyStep;
import dev.firstday.steps.people.AccountAliasStep;
import dev.firstday.steps.people.AdminGroupStep;
import dev.firstday.steps.people.PasswordPolicyStep;
import dev.firstday.steps.people.SealRootStep;
import dev.firstday.steps.people.UserMfaStep;
import dev.firstday.steps.root.AlternateContactsStep;
import dev.firstday.steps.root.ContactPhoneStep;
import dev.firstday.steps.root.GoverningLawStep;
import dev.firstday.steps.root.RootAccessKeysStep;
import dev.firstday.steps.root.RootMfaStep;
import dev.firstday.steps.root.SecurityQuestionsStep;
import dev.firstday.steps.watch.GuardDutyStep;
import dev.firstday.steps.watch.HealthEventsStep;
import dev.firstday.steps.watch.MonitoringStep;
import dev.firstday.steps.watch.TrailStep;
import dev.firstday.steps.watch.config.ConfigRecorderStep;
import dev.firstday.steps.watch.config.ConfigRulesStep;
import dev.firstday.steps.workloads.BackupsStep;
import dev.firstday.steps.workloads.DeletionProtectionStep;
import dev.firstday.steps.workloads.SecretsStep;
import dev.firstday.steps.workloads.ServiceLogsStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The registry: every step that has a class. A step that only a person can do is not here; its
 * entry in {@code wizard-steps.yaml} is all there is of it.
 */
public final class Steps {
  private Steps() {}

  /**
   * A registered step.
   *
   * @param id its id in {@code wizard-steps.yaml}
   */
  public record Registered(String id, Step<Account> step) {
    /** Keys of the reads it makes, as recorded. */
    public List<String> reads() {
      return RecordedCalls.of(id).reads();
    }

    /**
     * Keys of the writes it plans, of those that undo them, and of the reads that only these need,
     * as recorded.
     */
    public List<String> writes() {
      return RecordedCalls.of(id).writes();
    }
  }

  /** Every step that has a class. */
  public static final List<Registered> ALL =
      List.of(
          new Registered("root-mfa", new RootMfaStep()),
          new Registered("root-access-keys", new RootAccessKeysStep()),
          new Registered("alternate-contacts", new AlternateContactsStep()),
          new Registered("security-questions", new SecurityQuestionsStep()),
          new Registered("contact-phone", new ContactPhoneStep()),
          new Registered("governing-law", new GoverningLawStep()),
          new Registered("budget", new BudgetStep()),
          new Registered("cost-anomaly", new CostAnomalyStep()),
          new Registered("trail", new TrailStep()),
          new Registered("monitoring", new MonitoringStep()),
          new Registered("health-events", new HealthEventsStep()),
          new Registered("config-recorder", new ConfigRecorderStep()),
          new Registered("config-rules", new ConfigRulesStep()),
          new Registered("guardduty", new GuardDutyStep()),
          new Registered("account-alias", new AccountAliasStep()),
          new Registered("password-policy", new PasswordPolicyStep()),
          new Registered("admin-group", new AdminGroupStep()),
          new Registered("user-mfa", new UserMfaStep()),
          new Registered("seal-root", new SealRootStep()),
          new Registered("secrets", new SecretsStep()),
          new Registered("service-logs", new ServiceLogsStep()),
          new Registered("backups", new BackupsStep()),
          new Registered("deletion-protection", new DeletionProtectionStep()),
          new Registered("s3-public-access-block", new S3PublicAccessBlockStep()),
          new Registered("ebs-encryption", new EbsEncryptionStep()),
          new Registered("imdsv2", new Imdsv2Step()),
          new Registered("access-analyzer", new AccessAnalyzerStep()));

  /** The ids of all registered steps. */
  public static Set<String> ids() {
    return ALL.stream().map(Registered::id).collect(Collectors.toUnmodifiableSet());
  }

  public static Optional<Registered> find(String id) {
    return ALL.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** All registered steps, bound to an account. */
  public static Map<String, BoundStep> of(Account account) {
    Map<String, BoundStep> bound = new LinkedHashMap<>();
    ALL.forEach(step -> bound.put(step.id(), new Bound(step.step(), account)));
    return bound;
  }
}
