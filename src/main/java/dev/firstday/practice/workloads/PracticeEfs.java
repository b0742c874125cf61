package dev.firstday.practice.workloads;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.Workload;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyRequest;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyResponse;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsRequest;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.Status;

/** EFS. */
public final class PracticeEfs {
  private PracticeEfs() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .inRegion(DescribeFileSystemsRequest.class, PracticeEfs::describeFileSystems)
        .inRegion(DescribeBackupPolicyRequest.class, PracticeEfs::describeBackupPolicy);
  }

  private static AwsResponse.Builder describeFileSystems(
      Workload here, DescribeFileSystemsRequest request) {
    PagedItems<FileSystemDescription> page =
        PagedItems.of(
            here.fileSystems.values(),
            request.maxItems(),
            request.marker(),
            "BadRequest",
            "Invalid marker");
    return DescribeFileSystemsResponse.builder().fileSystems(page.items()).nextMarker(page.next());
  }

  private static AwsResponse.Builder describeBackupPolicy(
      Workload here, DescribeBackupPolicyRequest request) {
    if (!here.backedUpFileSystems.contains(request.fileSystemId())) {
      throw error(404, "PolicyNotFound", "None");
    }
    return DescribeBackupPolicyResponse.builder()
        .backupPolicy(policy -> policy.status(Status.ENABLED));
  }
}
