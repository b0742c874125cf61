package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsResponse;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesResponse;
import software.amazon.awssdk.services.backup.model.ProtectedResource;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeState;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.Status;

/**
 * What AWS Backup keeps: file systems and volumes. A plan is a person's: what, how often, where.
 */
final class BackupPlans {
  private BackupPlans() {}

  static List<Resource> fileSystems(AccountRegion here, Answers answers) throws CallFailed {
    return Account.each(
        fileSystems(here),
        one ->
            Resource.ofAPerson(
                "efs:" + one.fileSystemId(),
                one.fileSystemArn(),
                automatic(here, one) || backedUp(here).contains(one.fileSystemArn())));
  }

  private static List<FileSystemDescription> fileSystems(AccountRegion here) throws CallFailed {
    return here.query(Reads.DESCRIBE_FILE_SYSTEMS).all(DescribeFileSystemsResponse::fileSystems);
  }

  private static boolean automatic(AccountRegion here, FileSystemDescription one)
      throws CallFailed {
    return here.query(Reads.DESCRIBE_BACKUP_POLICY, read -> read.fileSystemId(one.fileSystemId()))
        .find("PolicyNotFound")
        .filter(policy -> policy.backupPolicy().status() == Status.ENABLED)
        .isPresent();
  }

  /** Whether every file system has the automatic backups of EFS, which are a plan of their own. */
  static boolean allAutomatic(AccountRegion here) throws CallFailed {
    return Account.allMatch(fileSystems(here), one -> automatic(here, one));
  }

  /** Volumes in use: one that nothing is attached to may as well be waste. */
  static List<Resource> volumes(AccountRegion here, Answers answers) throws CallFailed {
    List<Volume> inUse =
        here.query(Reads.DESCRIBE_VOLUMES).all(DescribeVolumesResponse::volumes).stream()
            .filter(volume -> volume.state() == VolumeState.IN_USE)
            .toList();
    return Account.each(inUse, volume -> volume(here, volume.volumeId()));
  }

  private static Resource volume(AccountRegion here, String id) throws CallFailed {
    String arn = here.arn("ec2", "volume/" + id);
    return Resource.ofAPerson("ebs:" + id, arn, backedUp(here).contains(arn));
  }

  /** The ARNs of what has been backed up. */
  private static Set<String> backedUp(AccountRegion here) throws CallFailed {
    return here
        .query(Reads.LIST_PROTECTED_RESOURCES)
        .all(ListProtectedResourcesResponse::results)
        .stream()
        .map(ProtectedResource::resourceArn)
        .collect(Collectors.toSet());
  }

  /** Says which plans there are: a new one has backed up nothing yet. */
  static void say(Account account, Answers answers, Assessment.Builder found) throws CallFailed {
    Everywhere.look(account, answers, found.apart(), region -> plans(account.in(region)))
        .each(
            (region, names, here) -> {
              if (names.isEmpty()) {
                here.info(Note.of("no-plan"));
              }
              names.forEach(name -> here.info(Note.of("plan", name)));
            });
  }

  /** The plans that something is assigned to: another one keeps nothing. */
  private static List<String> plans(AccountRegion here) throws CallFailed {
    List<String> names = new ArrayList<>();
    for (BackupPlansListMember plan :
        here.query(Reads.LIST_BACKUP_PLANS).all(ListBackupPlansResponse::backupPlansList)) {
      String id = plan.backupPlanId();
      if (!here.query(Reads.LIST_BACKUP_SELECTIONS, read -> read.backupPlanId(id))
          .all(ListBackupSelectionsResponse::backupSelectionsList)
          .isEmpty()) {
        names.add(plan.backupPlanName());
      }
    }
    return names;
  }
}
