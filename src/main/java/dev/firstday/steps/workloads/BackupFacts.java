package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** What auditors ask of backups, where that is more than the step does. */
final class BackupFacts {
  private static final int A_WEEK = 7;

  private BackupFacts() {}

  static void state(Account account, Answers answers, Assessment.Builder found) throws CallFailed {
    List<String> regions = account.regions(answers.list("regions"));
    List<Account.Observed<List<DBInstance>>> databases =
        account.inEach(regions, region -> Databases.instances(account, region));
    Everywhere.fact(
        "instances", databases, all -> all.stream().allMatch(one -> kept(one, 1)), found);
    Everywhere.fact(
        "instances-for-7-days",
        databases,
        all -> all.stream().allMatch(one -> kept(one, A_WEEK)),
        found);
    Everywhere.judgement(
        "file-systems",
        account.inEach(regions, region -> BackupPlans.allAutomatic(account, region)),
        // One without may be in a plan that somebody made.
        all -> all ? Judgement.MET : Judgement.NOT_JUDGED,
        found);
    Everywhere.judgement(
        "volumes",
        account.inEach(regions, region -> BackupPlans.volumes(account, region, answers)),
        // That something was backed up once does not show a plan, nor that it was not, none.
        all -> all.isEmpty() ? Judgement.MET : Judgement.NOT_JUDGED,
        found);
    Everywhere.orUnknown(
        answers, found, "instances", "instances-for-7-days", "file-systems", "volumes");
  }

  /** Whether backups are kept so long. Replicas are left out: their source is backed up. */
  private static boolean kept(DBInstance database, int days) {
    return database.readReplicaSourceDBInstanceIdentifier() != null
        || database.backupRetentionPeriod() != null && database.backupRetentionPeriod() >= days;
  }
}
