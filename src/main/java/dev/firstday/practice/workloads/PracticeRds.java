package dev.firstday.practice.workloads;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.Workload;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceResponse;

/** RDS and Aurora. */
public final class PracticeRds {
  private PracticeRds() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .inRegion(DescribeDbInstancesRequest.class, PracticeRds::describeInstances)
        .inRegion(DescribeDbClustersRequest.class, PracticeRds::describeClusters)
        .inRegion(ModifyDbInstanceRequest.class, PracticeRds::modifyInstance)
        .inRegion(ModifyDbClusterRequest.class, PracticeRds::modifyCluster);
  }

  private static AwsResponse.Builder describeInstances(
      Workload here, DescribeDbInstancesRequest request) {
    String name = request.dbInstanceIdentifier();
    PagedItems<DBInstance> page =
        page(
            name == null ? here.databases.values() : List.of(database(here, name)),
            request.maxRecords(),
            request.marker());
    return DescribeDbInstancesResponse.builder().dbInstances(page.items()).marker(page.next());
  }

  private static AwsResponse.Builder describeClusters(
      Workload here, DescribeDbClustersRequest request) {
    String name = request.dbClusterIdentifier();
    PagedItems<DBCluster> page =
        page(
            name == null ? here.clusters.values() : List.of(cluster(here, name)),
            request.maxRecords(),
            request.marker());
    return DescribeDbClustersResponse.builder().dbClusters(page.items()).marker(page.next());
  }

  private static AwsResponse.Builder modifyInstance(
      Workload here, ModifyDbInstanceRequest request) {
    DBInstance.Builder database = database(here, request.dbInstanceIdentifier()).toBuilder();
    if (request.backupRetentionPeriod() != null) {
      database.backupRetentionPeriod(request.backupRetentionPeriod());
    }
    if (request.deletionProtection() != null) {
      database.deletionProtection(request.deletionProtection());
    }
    DBInstance changed = database.build();
    here.databases.put(changed.dbInstanceIdentifier(), changed);
    return ModifyDbInstanceResponse.builder().dbInstance(changed);
  }

  private static AwsResponse.Builder modifyCluster(Workload here, ModifyDbClusterRequest request) {
    DBCluster changed =
        cluster(here, request.dbClusterIdentifier()).toBuilder()
            .deletionProtection(request.deletionProtection())
            .build();
    here.clusters.put(changed.dbClusterIdentifier(), changed);
    return ModifyDbClusterResponse.builder().dbCluster(changed);
  }

  private static DBInstance database(Workload here, String name) {
    return Optional.ofNullable(here.databases.get(name))
        .orElseThrow(() -> error(404, "DBInstanceNotFound", "DBInstance %s not found.", name));
  }

  private static DBCluster cluster(Workload here, String name) {
    return Optional.ofNullable(here.clusters.get(name))
        .orElseThrow(() -> error(404, "DBClusterNotFoundFault", "DBCluster %s not found.", name));
  }

  private static <T> PagedItems<T> page(
      Collection<T> all, @Nullable Integer size, @Nullable String marker) {
    return PagedItems.of(all, size, marker, "InvalidParameterValue", "Invalid marker");
  }
}
