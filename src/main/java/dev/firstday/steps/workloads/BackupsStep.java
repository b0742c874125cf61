package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What holds data is backed up: RDS and DynamoDB by themselves, file systems and volumes through an
 * AWS Backup plan.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-backup/latest/devguide/getting-started.html">Getting
 *     started with AWS Backup</a>
 */
public final class BackupsStep implements Step<Account> {
  private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    List<Resource> all =
        Resource.assess(
            List.of(
                Resource.Sort.of(DatabaseBackups::databases),
                Resource.Sort.of(DatabaseBackups::clusters),
                Resource.Sort.of("tables", DatabaseBackups::tables),
                Resource.Sort.of(BackupPlans::fileSystems),
                Resource.Sort.of(BackupPlans::volumes)),
            account,
            answers,
            found);
    facts(account, answers, found);
    found.quantity("recovery", gigabytes(account, all, answers, found));
    if (all.stream().anyMatch(one -> one.good() == Judgement.NOT_MET && one.mend().isEmpty())) {
      BackupPlans.say(account, answers, found);
    }
    return found.build();
  }

  /** What auditors ask of backups, where that is more than the step does. */
  private static void facts(Account account, Answers answers, Assessment.Builder found)
      throws CallFailed {
    Everywhere.look(account, answers, found, region -> Databases.instances(account.in(region)))
        .fact("instances", all -> DatabaseBackups.kept(all, 1))
        .fact("instances-for-7-days", all -> DatabaseBackups.kept(all, DatabaseBackups.A_WEEK));
    Everywhere.look(account, answers, found, region -> BackupPlans.allAutomatic(account.in(region)))
        // One without may be in a plan that somebody made.
        .judgement("file-systems", all -> all ? Judgement.MET : Judgement.NOT_JUDGED);
    Everywhere.look(
            account, answers, found, region -> BackupPlans.volumes(account.in(region), answers))
        // That something was backed up once does not show a plan, nor that it was not, none.
        .judgement("volumes", all -> all.isEmpty() ? Judgement.MET : Judgement.NOT_JUDGED);
  }

  /** How large the tables are that would be recoverable: that is what AWS charges for. */
  private static BigDecimal gigabytes(
      Account account, List<Resource> all, Answers answers, Assessment.Builder found) {
    long bytes = 0;
    for (Resource one : all) {
      if (one.id().startsWith("dynamodb:") && one.mend().isPresent() && one.named(answers)) {
        String name = one.id().substring("dynamodb:".length());
        try {
          Long size = Databases.table(account.in(one.mend().get().region()), name).tableSizeBytes();
          bytes += size == null ? 0 : size;
        } catch (CallFailed e) {
          found.info(Note.of("size-unseen", one.id()));
        }
      }
    }
    return BigDecimal.valueOf(bytes).divide(GIB, 3, RoundingMode.UP);
  }
}
