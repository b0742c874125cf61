package dev.firstday.steps.watch.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.MaximumExecutionFrequency;
import software.amazon.awssdk.services.config.model.Owner;

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

  // https://docs.aws.amazon.com/config/latest/developerguide/iam-root-access-key-check.html
  private static final Set<String> WITHOUT_ROOT_KEYS =
      Set.of(
          "ap-east-2",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-west-1",
          "eu-central-2",
          "eu-south-2",
          "il-central-1",
          "me-central-1",
          "mx-central-1");

  // https://docs.aws.amazon.com/config/latest/developerguide/mfa-enabled-for-iam-console-access.html
  private static final Set<String> WITHOUT_CONSOLE_MFA =
      Set.of(
          "ap-east-2",
          "ap-south-2",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-west-1",
          "eu-central-2",
          "eu-south-2",
          "il-central-1",
          "me-central-1",
          "mx-central-1");

  private static final List<ManagedRule> ALL =
      List.of(
          everywhere(
              "db-instance-backup-enabled", "DB_INSTANCE_BACKUP_ENABLED", "AWS::RDS::DBInstance"),
          everywhere("ec2-ebs-encryption-by-default", "EC2_EBS_ENCRYPTION_BY_DEFAULT"),
          new ManagedRule(
              "mfa-enabled-for-iam-console-access",
              "MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS",
              List.of(),
              true,
              WITHOUT_CONSOLE_MFA),
          everywhere(
              "s3-bucket-public-read-prohibited",
              "S3_BUCKET_PUBLIC_READ_PROHIBITED",
              "AWS::S3::Bucket"),
          everywhere(
              "s3-bucket-public-write-prohibited",
              "S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
              "AWS::S3::Bucket"),
          everywhere("restricted-ssh", "INCOMING_SSH_DISABLED", "AWS::EC2::SecurityGroup"),
          new ManagedRule(
              "iam-root-access-key-check",
              "IAM_ROOT_ACCESS_KEY_CHECK",
              List.of(),
              true,
              WITHOUT_ROOT_KEYS));

  private static ManagedRule everywhere(String name, String identifier, String... types) {
    return new ManagedRule(name, identifier, List.of(types), false, Set.of());
  }

  static Optional<ManagedRule> named(String name) {
    return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  boolean offeredIn(String region) {
    return !missingIn.contains(region);
  }

  /** The rule as it is written, under a name of ours. */
  ConfigRule named(ConfigRule.Builder rule) {
    rule.source(source -> source.owner(Owner.AWS).sourceIdentifier(identifier));
    return types.isEmpty()
        ? rule.maximumExecutionFrequency(MaximumExecutionFrequency.TWENTY_FOUR_HOURS).build()
        : rule.scope(scope -> scope.complianceResourceTypes(types)).build();
  }
}
