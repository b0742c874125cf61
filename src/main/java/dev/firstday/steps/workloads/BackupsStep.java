package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/**
 * What holds data is backed up: RDS and DynamoDB by themselves, file systems and volumes through an
 * AWS Backup plan.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-backup/latest/devguide/getting-started.html">Getting
 *     started with AWS Backup</a>
 */
public final class BackupsStep implements Step<Account> {
  private static final int A_WEEK = 7;
  private static final Duration UNTIL_READY = Duration.ofMinutes(10);
  private static final String RECOVERY_STATUS =
      "/ContinuousBackupsDescription/PointInTimeRecoveryDescription/PointInTimeRecoveryStatus";
  private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    List<Resource> all =
        Resource.assess(
            List.of(
                Resource.Sort.of(BackupsStep::databases),
                Resource.Sort.of(BackupsStep::clusters),
                Resource.Sort.of("tables", BackupsStep::tables),
                Resource.Sort.of(BackupPlans::fileSystems),
                Resource.Sort.of(BackupPlans::volumes)),
            account,
            answers,
            found);
    BackupFacts.state(account, answers, found);
    found.quantity("recovery", gigabytes(account, all, answers, found));
    if (all.stream()
        .anyMatch(one -> one.state() == Resource.ResourceState.MISSING && one.mend().isEmpty())) {
      BackupPlans.say(account, account.regions(answers.list("regions")), found);
    }
    return found.build();
  }

  /** Replicas are left out: their source is backed up. */
  private static List<Resource> databases(Account account, String region, Answers answers)
      throws CallFailed {
    return Databases.instances(account, region).stream()
        .filter(database -> database.readReplicaSourceDBInstanceIdentifier() == null)
        .map(database -> database(account, region, answers, database))
        .toList();
  }

  private static Resource database(
      Account account, String region, Answers answers, DBInstance database) {
    String name = database.dbInstanceIdentifier();
    String id = "rds:" + name;
    Integer pending =
        database.pendingModifiedValues() == null
            ? null
            : database.pendingModifiedValues().backupRetentionPeriod();
    int before = days(database.backupRetentionPeriod());
    if (before < least(answers) && days(pending) >= least(answers)) {
      return new Resource(
          id, database.dbInstanceArn(), Resource.ResourceState.PENDING, Optional.empty());
    }
    return Resource.of(
        id,
        database.dbInstanceArn(),
        before >= least(answers),
        retain(account, region, name, before, answers.integer("retention-days")));
  }

  private static Change retain(Account account, String region, String name, int before, int days) {
    return account
        .change("backups/" + region + "/rds:" + name, retention(name, days), region)
        .verifiedBy(
            Reads.DESCRIBE_DB_INSTANCES,
            DescribeDbInstancesRequest.builder().dbInstanceIdentifier(name).build(),
            "/DBInstances/0/BackupRetentionPeriod")
        .undoneBy(Effect.CHANGE, retention(name, before))
        .waitingFor(UNTIL_READY, "InvalidDBInstanceState")
        .build(Effect.CHANGE, Note.of("retention", name, days));
  }

  /** A week, as AWS's own rule wants it (RDS.11), unless the person wants less. */
  private static int least(Answers answers) {
    return Math.min(A_WEEK, answers.integer("retention-days"));
  }

  private static int days(@Nullable Integer days) {
    return days == null ? 0 : days;
  }

  private static ModifyDbInstanceRequest retention(String name, int days) {
    return ModifyDbInstanceRequest.builder()
        .dbInstanceIdentifier(name)
        .backupRetentionPeriod(days)
        .applyImmediately(true)
        .build();
  }

  private static List<Resource> clusters(Account account, String region, Answers answers)
      throws CallFailed {
    return Databases.clusters(account, region).stream()
        .map(
            cluster ->
                Resource.ofAPerson(
                    "rds-cluster:" + cluster.dbClusterIdentifier(),
                    cluster.dbClusterArn(),
                    days(cluster.backupRetentionPeriod()) >= least(answers)))
        .toList();
  }

  private static List<Resource> tables(Account account, String region, Answers answers)
      throws CallFailed {
    List<Resource> tables = new ArrayList<>();
    for (String name : Databases.tables(account, region)) {
      tables.add(table(account, region, name));
    }
    return tables;
  }

  private static Resource table(Account account, String region, String name) throws CallFailed {
    DescribeContinuousBackupsRequest read =
        DescribeContinuousBackupsRequest.builder().tableName(name).build();
    PointInTimeRecoveryDescription recovery =
        Account.required(
                Reads.DESCRIBE_CONTINUOUS_BACKUPS,
                account
                    .read(Reads.DESCRIBE_CONTINUOUS_BACKUPS, read, region)
                    .continuousBackupsDescription())
            .pointInTimeRecoveryDescription();
    String id = "dynamodb:" + name;
    return Resource.of(
        id,
        Databases.tableArn(account, region, name),
        recovery != null
            && recovery.pointInTimeRecoveryStatus() == PointInTimeRecoveryStatus.ENABLED,
        account
            .change("backups/" + region + "/" + id, recovery(name, true), region)
            .verifiedBy(Reads.DESCRIBE_CONTINUOUS_BACKUPS, read, RECOVERY_STATUS)
            .undoneBy(Effect.CHANGE, recovery(name, false))
            .waitingFor(UNTIL_READY, "ContinuousBackupsUnavailableException")
            .build(Effect.CHANGE, Note.of("recovery", name)));
  }

  private static UpdateContinuousBackupsRequest recovery(String name, boolean on) {
    return UpdateContinuousBackupsRequest.builder()
        .tableName(name)
        .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(on))
        .build();
  }

  /** How large the tables are that would be recoverable: that is what AWS charges for. */
  private static BigDecimal gigabytes(
      Account account, List<Resource> all, Answers answers, Assessment.Builder found) {
    BigDecimal bytes = BigDecimal.ZERO;
    for (Resource one : all) {
      boolean planned = one.mend().isPresent() && Resource.named(one.id(), one.arn(), answers);
      if (planned && one.id().startsWith("dynamodb:")) {
        try {
          Long size =
              Databases.table(
                      account, one.mend().get().region(), one.id().substring("dynamodb:".length()))
                  .tableSizeBytes();
          bytes = bytes.add(BigDecimal.valueOf(size == null ? 0 : size));
        } catch (CallFailed e) {
          found.info(Note.of("size-unseen", one.id()));
        }
      }
    }
    return bytes.divide(GIB, 3, RoundingMode.UP);
  }
}
