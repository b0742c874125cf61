package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import java.util.List;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;
import software.amazon.awssdk.services.backup.model.InvalidParameterValueException;
import software.amazon.awssdk.services.backup.model.ListBackupPlansRequest;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsResponse;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesRequest;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesResponse;
import software.amazon.awssdk.services.backup.model.ProtectedResource;

/** AWS Backup. */
public final class PracticeBackup implements BackupClient {
  private final PracticeCall practiceCall;

  public PracticeBackup(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public ListBackupPlansResponse listBackupPlans(ListBackupPlansRequest request) {
    return practiceCall.answer(
        "ListBackupPlans",
        request,
        model -> {
          PagedItems<BackupPlansListMember> page =
              page(
                  practiceCall.workload(model).backupPlans,
                  request.maxResults(),
                  request.nextToken());
          return ListBackupPlansResponse.builder()
              .backupPlansList(page.items())
              .nextToken(page.next());
        });
  }

  @Override
  public ListBackupSelectionsResponse listBackupSelections(ListBackupSelectionsRequest request) {
    return practiceCall.answer(
        "ListBackupSelections",
        request,
        model -> {
          PagedItems<BackupSelectionsListMember> page =
              page(
                  practiceCall.workload(model).backupSelections.stream()
                      .filter(one -> one.backupPlanId().equals(request.backupPlanId()))
                      .toList(),
                  request.maxResults(),
                  request.nextToken());
          return ListBackupSelectionsResponse.builder()
              .backupSelectionsList(page.items())
              .nextToken(page.next());
        });
  }

  @Override
  public ListProtectedResourcesResponse listProtectedResources(
      ListProtectedResourcesRequest request) {
    return practiceCall.answer(
        "ListProtectedResources",
        request,
        model -> {
          PagedItems<ProtectedResource> page =
              page(
                  practiceCall.workload(model).backedUp, request.maxResults(), request.nextToken());
          return ListProtectedResourcesResponse.builder()
              .results(page.items())
              .nextToken(page.next());
        });
  }

  private <T> PagedItems<T> page(List<T> all, Integer size, String token) {
    return PagedItems.of(
        all,
        size,
        token,
        () ->
            practiceCall.error(
                InvalidParameterValueException.builder(),
                400,
                "InvalidParameterValueException",
                "Invalid token"));
  }
}
