package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.MaximumExecutionFrequency;
import software.amazon.awssdk.services.config.model.Owner;
import software.amazon.awssdk.services.config.model.PutConfigRuleRequest;
import software.amazon.awssdk.services.config.model.Tag;

/**
 * A managed rule of AWS Config.
 *
 * @param name its name in the documentation, and in the answers
 * @param identifier what AWS knows it by; not always its name
 * @param types the types of resources it looks at when they change; empty if it looks once a day
 * @param wholeAccount whether it is about IAM, which belongs to no Region
 * @param missingIn Regions that do not have it
 */
record ManagedRule(
    String name,
    String identifier,
    List<String> types,
    boolean wholeAccount,
    Set<String> missingIn) {

  private static final List<ManagedRule> ALL =
      List.of(
          everywhere(
              "db-instance-backup-enabled", "DB_INSTANCE_BACKUP_ENABLED", "AWS::RDS::DBInstance"),
          everywhere("ec2-ebs-encryption-by-default", "EC2_EBS_ENCRYPTION_BY_DEFAULT"),
          wholeAccount(
              "mfa-enabled-for-iam-console-access",
              "MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS",
              RegionalSupport.WITHOUT_CONSOLE_MFA),
          everywhere(
              "s3-bucket-public-read-prohibited",
              "S3_BUCKET_PUBLIC_READ_PROHIBITED",
              "AWS::S3::Bucket"),
          everywhere(
              "s3-bucket-public-write-prohibited",
              "S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
              "AWS::S3::Bucket"),
          everywhere("restricted-ssh", "INCOMING_SSH_DISABLED", "AWS::EC2::SecurityGroup"),
          wholeAccount(
              "iam-root-access-key-check",
              "IAM_ROOT_ACCESS_KEY_CHECK",
              RegionalSupport.WITHOUT_ROOT_KEYS));

  private static ManagedRule everywhere(String name, String identifier, String... types) {
    return new ManagedRule(name, identifier, List.of(types), false, Set.of());
  }

  private static ManagedRule wholeAccount(String name, String identifier, Set<String> missingIn) {
    return new ManagedRule(name, identifier, List.of(), true, missingIn);
  }

  static Optional<ManagedRule> named(String name) {
    return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  boolean offeredIn(String region) {
    return !missingIn.contains(region);
  }

  /** Puts the rule into a Region, under a name of ours. */
  Change put(Account account, String region) {
    String name = "firstday-" + this.name;
    return account
        .change(
            "config-rules/%s/%s".formatted(region, this.name),
            PutConfigRuleRequest.builder()
                .configRule(rule -> fill(rule.configRuleName(name)))
                .tags(Tag.builder().key("CreatedBy").value("firstday").build()),
            region)
        .verifiedBy(
            account.query(Reads.DESCRIBE_CONFIG_RULES, read -> read.configRuleNames(name)),
            "/ConfigRules/0/Source",
            "/ConfigRules/0/Scope")
        .waitingFor(
            Duration.ofSeconds(30),
            "NoAvailableConfigurationRecorderException",
            "ResourceInUseException")
        .create(Note.of("rule", this.name, region));
  }

  private void fill(ConfigRule.Builder rule) {
    rule.source(source -> source.owner(Owner.AWS).sourceIdentifier(identifier));
    if (types.isEmpty()) {
      rule.maximumExecutionFrequency(MaximumExecutionFrequency.TWENTY_FOUR_HOURS);
    } else {
      rule.scope(scope -> scope.complianceResourceTypes(types));
    }
  }
}
