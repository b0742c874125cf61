package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.ListBackupPlansRequest;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsRequest;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesRequest;
import software.amazon.awssdk.services.backup.model.ProtectedResource;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeState;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyRequest;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsRequest;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.Status;

/**
 * What AWS Backup keeps: file systems and volumes. A plan is a person's: what, how often, where.
 */
final class BackupPlans {
  private BackupPlans() {}

  static List<Resource> fileSystems(Account account, String region, Answers answers)
      throws CallFailed {
    List<Resource> resources = new ArrayList<>();
    for (FileSystemDescription one : fileSystems(account, region)) {
      resources.add(
          Resource.ofAPerson(
              "efs:" + one.fileSystemId(),
              one.fileSystemArn(),
              automatic(account, region, one)
                  || backedUp(account, region).contains(one.fileSystemArn())));
    }
    return resources;
  }

  private static List<FileSystemDescription> fileSystems(Account account, String region)
      throws CallFailed {
    return account
        .pages(Reads.DESCRIBE_FILE_SYSTEMS, DescribeFileSystemsRequest.builder().build(), region)
        .stream()
        .flatMap(page -> page.fileSystems().stream())
        .toList();
  }

  private static boolean automatic(Account account, String region, FileSystemDescription one)
      throws CallFailed {
    return account
        .find(
            Reads.DESCRIBE_BACKUP_POLICY,
            DescribeBackupPolicyRequest.builder().fileSystemId(one.fileSystemId()).build(),
            region,
            "PolicyNotFound")
        .filter(policy -> policy.backupPolicy().status() == Status.ENABLED)
        .isPresent();
  }

  /** Whether every file system has the automatic backups of EFS, which are a plan of their own. */
  static boolean allAutomatic(Account account, String region) throws CallFailed {
    for (FileSystemDescription one : fileSystems(account, region)) {
      if (!automatic(account, region, one)) {
        return false;
      }
    }
    return true;
  }

  /** Volumes in use: one that nothing is attached to may as well be waste. */
  static List<Resource> volumes(Account account, String region, Answers answers) throws CallFailed {
    List<String> ids =
        account
            .pages(Reads.DESCRIBE_VOLUMES, DescribeVolumesRequest.builder().build(), region)
            .stream()
            .flatMap(page -> page.volumes().stream())
            .filter(volume -> volume.state() == VolumeState.IN_USE)
            .map(Volume::volumeId)
            .toList();
    Set<String> backedUp = ids.isEmpty() ? Set.of() : backedUp(account, region);
    return ids.stream()
        .map(
            id -> {
              String arn =
                  "arn:%s:ec2:%s:%s:volume/%s"
                      .formatted(
                          account.identity().partition(),
                          region,
                          account.identity().accountId(),
                          id);
              return Resource.ofAPerson("ebs:" + id, arn, backedUp.contains(arn));
            })
        .toList();
  }

  /** The ARNs of what has been backed up. */
  private static Set<String> backedUp(Account account, String region) throws CallFailed {
    return account
        .pages(
            Reads.LIST_PROTECTED_RESOURCES, ListProtectedResourcesRequest.builder().build(), region)
        .stream()
        .flatMap(page -> page.results().stream())
        .map(ProtectedResource::resourceArn)
        .collect(Collectors.toSet());
  }

  /** Says which plans there are: a new one has backed up nothing yet. */
  static void say(Account account, List<String> regions, Assessment.Builder found) {
    for (Account.Observed<List<String>> seen :
        account.inEach(regions, region -> plans(account, region))) {
      Assessment.Builder here = found.apart().in(seen.region());
      seen.problem().ifPresent(here::unseen);
      seen.value()
          .ifPresent(
              names -> {
                if (names.isEmpty()) {
                  here.info(Note.of("no-plan"));
                }
                names.forEach(name -> here.info(Note.of("plan", name)));
              });
    }
  }

  /** The plans that something is assigned to: another one keeps nothing. */
  private static List<String> plans(Account account, String region) throws CallFailed {
    List<String> names = new ArrayList<>();
    for (ListBackupPlansResponse page :
        account.pages(Reads.LIST_BACKUP_PLANS, ListBackupPlansRequest.builder().build(), region)) {
      for (BackupPlansListMember plan : page.backupPlansList()) {
        ListBackupSelectionsRequest read =
            ListBackupSelectionsRequest.builder().backupPlanId(plan.backupPlanId()).build();
        if (account.pages(Reads.LIST_BACKUP_SELECTIONS, read, region).stream()
            .anyMatch(selections -> !selections.backupSelectionsList().isEmpty())) {
          names.add(plan.backupPlanName());
        }
      }
    }
    return names;
  }
}
