package dev.firstday.practice.workloads;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;
import software.amazon.awssdk.services.backup.model.ListBackupPlansRequest;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsResponse;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesRequest;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesResponse;
import software.amazon.awssdk.services.backup.model.ProtectedResource;

/** AWS Backup. */
public final class PracticeBackup {
  private PracticeBackup() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .inRegion(ListBackupPlansRequest.class, PracticeBackup::listBackupPlans)
        .inRegion(ListBackupSelectionsRequest.class, PracticeBackup::listBackupSelections)
        .inRegion(ListProtectedResourcesRequest.class, PracticeBackup::listProtectedResources);
  }

  private static AwsResponse.Builder listBackupPlans(
      Workload here, ListBackupPlansRequest request) {
    PagedItems<BackupPlansListMember> page =
        page(here.backupPlans, request.maxResults(), request.nextToken());
    return ListBackupPlansResponse.builder().backupPlansList(page.items()).nextToken(page.next());
  }

  private static AwsResponse.Builder listBackupSelections(
      Workload here, ListBackupSelectionsRequest request) {
    List<BackupSelectionsListMember> ofPlan =
        here.backupSelections.stream()
            .filter(one -> one.backupPlanId().equals(request.backupPlanId()))
            .toList();
    PagedItems<BackupSelectionsListMember> page =
        page(ofPlan, request.maxResults(), request.nextToken());
    return ListBackupSelectionsResponse.builder()
        .backupSelectionsList(page.items())
        .nextToken(page.next());
  }

  private static AwsResponse.Builder listProtectedResources(
      Workload here, ListProtectedResourcesRequest request) {
    PagedItems<ProtectedResource> page =
        page(here.backedUp, request.maxResults(), request.nextToken());
    return ListProtectedResourcesResponse.builder().results(page.items()).nextToken(page.next());
  }

  private static <T> PagedItems<T> page(
      List<T> all, @Nullable Integer size, @Nullable String token) {
    return PagedItems.of(all, size, token, "InvalidParameterValueException", "Invalid token");
  }
}
