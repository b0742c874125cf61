package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
import java.util.List;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.BadRequestException;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyRequest;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyResponse;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsRequest;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.PolicyNotFoundException;
import software.amazon.awssdk.services.efs.model.Status;

/** EFS. */
public final class PracticeEfs implements EfsClient {
  private final PracticeCall door;

  public PracticeEfs(PracticeCall door) {
    this.door = door;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private Workload here(PracticeState model) {
    return model.workloads.in(door.region());
  }

  @Override
  public DescribeFileSystemsResponse describeFileSystems(DescribeFileSystemsRequest request) {
    return door.answer(
        "DescribeFileSystems",
        request,
        model -> {
          PagedItems<FileSystemDescription> page =
              PagedItems.of(
                  List.copyOf(here(model).fileSystems.values()),
                  request.maxItems(),
                  request.marker(),
                  () ->
                      door.error(
                          BadRequestException.builder(), 400, "BadRequest", "Invalid marker"));
          return DescribeFileSystemsResponse.builder()
              .fileSystems(page.items())
              .nextMarker(page.next());
        });
  }

  @Override
  public DescribeBackupPolicyResponse describeBackupPolicy(DescribeBackupPolicyRequest request) {
    return door.answer(
        "DescribeBackupPolicy",
        request,
        model -> {
          if (!here(model).backedUpFileSystems.contains(request.fileSystemId())) {
            throw door.error(PolicyNotFoundException.builder(), 404, "PolicyNotFound", "None");
          }
          return DescribeBackupPolicyResponse.builder()
              .backupPolicy(policy -> policy.status(Status.ENABLED));
        });
  }
}
