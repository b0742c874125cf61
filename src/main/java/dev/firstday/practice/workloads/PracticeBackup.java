package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
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
  private final PracticeCall door;

  public PracticeBackup(PracticeCall door) {
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
  public ListBackupPlansResponse listBackupPlans(ListBackupPlansRequest request) {
    return door.answer(
        "ListBackupPlans",
        request,
        model -> {
          PagedItems<BackupPlansListMember> page =
              page(here(model).backupPlans, request.maxResults(), request.nextToken());
          return ListBackupPlansResponse.builder()
              .backupPlansList(page.items())
              .nextToken(page.next());
        });
  }

  @Override
  public ListBackupSelectionsResponse listBackupSelections(ListBackupSelectionsRequest request) {
    return door.answer(
        "ListBackupSelections",
        request,
        model -> {
          PagedItems<BackupSelectionsListMember> page =
              page(
                  here(model).backupSelections.stream()
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
    return door.answer(
        "ListProtectedResources",
        request,
        model -> {
          PagedItems<ProtectedResource> page =
              page(here(model).backedUp, request.maxResults(), request.nextToken());
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
            door.error(
                InvalidParameterValueException.builder(),
                400,
                "InvalidParameterValueException",
                "Invalid token"));
  }
}
