package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** The backups that RDS and DynamoDB make by themselves. */
final class DatabaseBackups {
  static final int A_WEEK = 7;
  private static final Duration UNTIL_READY = Duration.ofMinutes(10);
  private static final String RECOVERY_STATUS =
      "/ContinuousBackupsDescription/PointInTimeRecoveryDescription/PointInTimeRecoveryStatus";

  private DatabaseBackups() {}

  static List<Resource> databases(AccountRegion here, Answers answers) throws CallFailed {
    return Databases.instances(here).stream()
        .filter(database -> !replica(database))
        .map(database -> database(here, answers, database))
        .toList();
  }

  /** Replicas are left out: their source is backed up. */
  private static boolean replica(DBInstance database) {
    return database.readReplicaSourceDBInstanceIdentifier() != null;
  }

  /** Whether backups of all are kept so long. */
  static boolean kept(List<DBInstance> databases, int days) {
    return databases.stream()
        .allMatch(one -> replica(one) || days(one.backupRetentionPeriod()) >= days);
  }

  private static Resource database(AccountRegion here, Answers answers, DBInstance database) {
    String name = database.dbInstanceIdentifier();
    String id = "rds:" + name;
    Integer pending =
        database.pendingModifiedValues() == null
            ? null
            : database.pendingModifiedValues().backupRetentionPeriod();
    int before = days(database.backupRetentionPeriod());
    if (before < least(answers) && days(pending) >= least(answers)) {
      return new Resource(id, database.dbInstanceArn(), Judgement.NOT_JUDGED, Optional.empty());
    }
    int days = answers.integer("retention-days");
    Query<?> read = Databases.instance(here, name);
    return Resource.of(
        id,
        database.dbInstanceArn(),
        before >= least(answers),
        read.change("backups/" + here.region() + "/" + id, retention(name, days))
            .verifiedBy(read, "/DBInstances/0/BackupRetentionPeriod")
            .waitingFor(UNTIL_READY, "InvalidDBInstanceState")
            .update(Note.of("retention", name, days), retention(name, before)));
  }

  /** A week, as AWS's own rule wants it (RDS.11), unless the person wants less. */
  private static int least(Answers answers) {
    return Math.min(A_WEEK, answers.integer("retention-days"));
  }

  private static int days(@Nullable Integer days) {
    return days == null ? 0 : days;
  }

  private static ModifyDbInstanceRequest.Builder retention(String name, int days) {
    return ModifyDbInstanceRequest.builder()
        .dbInstanceIdentifier(name)
        .backupRetentionPeriod(days)
        .applyImmediately(true);
  }

  static List<Resource> clusters(AccountRegion here, Answers answers) throws CallFailed {
    return Account.each(
        Databases.clusters(here),
        cluster ->
            Resource.ofAPerson(
                "rds-cluster:" + cluster.dbClusterIdentifier(),
                cluster.dbClusterArn(),
                days(cluster.backupRetentionPeriod()) >= least(answers)));
  }

  static List<Resource> tables(AccountRegion here, Answers answers) throws CallFailed {
    return Account.each(Databases.tables(here), name -> table(here, name));
  }

  private static Resource table(AccountRegion here, String name) throws CallFailed {
    Query<DescribeContinuousBackupsResponse> read =
        here.query(Reads.DESCRIBE_CONTINUOUS_BACKUPS, table -> table.tableName(name));
    PointInTimeRecoveryDescription recovery =
        read.required(DescribeContinuousBackupsResponse::continuousBackupsDescription)
            .pointInTimeRecoveryDescription();
    String id = "dynamodb:" + name;
    return Resource.of(
        id,
        Databases.tableArn(here, name),
        recovery != null
            && recovery.pointInTimeRecoveryStatus() == PointInTimeRecoveryStatus.ENABLED,
        read.change("backups/" + here.region() + "/" + id, recovery(name, true))
            .verifiedBy(read, RECOVERY_STATUS)
            .waitingFor(UNTIL_READY, "ContinuousBackupsUnavailableException")
            .update(Note.of("recovery", name), recovery(name, false)));
  }

  private static UpdateContinuousBackupsRequest.Builder recovery(String name, boolean on) {
    return UpdateContinuousBackupsRequest.builder()
        .tableName(name)
        .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(on));
  }
}
