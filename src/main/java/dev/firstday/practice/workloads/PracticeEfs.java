package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
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
  private final PracticeCall practiceCall;

  public PracticeEfs(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeFileSystemsResponse describeFileSystems(DescribeFileSystemsRequest request) {
    return practiceCall.answer(
        "DescribeFileSystems",
        request,
        model -> {
          PagedItems<FileSystemDescription> page =
              PagedItems.of(
                  List.copyOf(practiceCall.workload(model).fileSystems.values()),
                  request.maxItems(),
                  request.marker(),
                  () ->
                      practiceCall.error(
                          BadRequestException.builder(), 400, "BadRequest", "Invalid marker"));
          return DescribeFileSystemsResponse.builder()
              .fileSystems(page.items())
              .nextMarker(page.next());
        });
  }

  @Override
  public DescribeBackupPolicyResponse describeBackupPolicy(DescribeBackupPolicyRequest request) {
    return practiceCall.answer(
        "DescribeBackupPolicy",
        request,
        model -> {
          if (!practiceCall.workload(model).backedUpFileSystems.contains(request.fileSystemId())) {
            throw practiceCall.error(
                PolicyNotFoundException.builder(), 404, "PolicyNotFound", "None");
          }
          return DescribeBackupPolicyResponse.builder()
              .backupPolicy(policy -> policy.status(Status.ENABLED));
        });
  }
}
