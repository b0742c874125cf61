package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.RdsException;

/** RDS and Aurora. */
public final class PracticeRds implements RdsClient {
  private final PracticeCall practiceCall;

  public PracticeRds(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeDbInstancesResponse describeDBInstances(DescribeDbInstancesRequest request) {
    return practiceCall.answer(
        "DescribeDBInstances",
        request,
        model -> {
          String name = request.dbInstanceIdentifier();
          PagedItems<DBInstance> page =
              page(
                  name == null
                      ? practiceCall.workload(model).databases.values()
                      : List.of(database(model, name)),
                  request.maxRecords(),
                  request.marker());
          return DescribeDbInstancesResponse.builder()
              .dbInstances(page.items())
              .marker(page.next());
        });
  }

  @Override
  public DescribeDbClustersResponse describeDBClusters(DescribeDbClustersRequest request) {
    return practiceCall.answer(
        "DescribeDBClusters",
        request,
        model -> {
          String name = request.dbClusterIdentifier();
          PagedItems<DBCluster> page =
              page(
                  name == null
                      ? practiceCall.workload(model).clusters.values()
                      : List.of(cluster(model, name)),
                  request.maxRecords(),
                  request.marker());
          return DescribeDbClustersResponse.builder().dbClusters(page.items()).marker(page.next());
        });
  }

  @Override
  public ModifyDbInstanceResponse modifyDBInstance(ModifyDbInstanceRequest request) {
    return practiceCall.answer(
        "ModifyDBInstance",
        request,
        model -> {
          DBInstance.Builder database = database(model, request.dbInstanceIdentifier()).toBuilder();
          if (request.backupRetentionPeriod() != null) {
            database.backupRetentionPeriod(request.backupRetentionPeriod());
          }
          if (request.deletionProtection() != null) {
            database.deletionProtection(request.deletionProtection());
          }
          DBInstance changed = database.build();
          practiceCall.workload(model).databases.put(changed.dbInstanceIdentifier(), changed);
          return ModifyDbInstanceResponse.builder().dbInstance(changed);
        });
  }

  @Override
  public ModifyDbClusterResponse modifyDBCluster(ModifyDbClusterRequest request) {
    return practiceCall.answer(
        "ModifyDBCluster",
        request,
        model -> {
          DBCluster changed =
              cluster(model, request.dbClusterIdentifier()).toBuilder()
                  .deletionProtection(request.deletionProtection())
                  .build();
          practiceCall.workload(model).clusters.put(changed.dbClusterIdentifier(), changed);
          return ModifyDbClusterResponse.builder().dbCluster(changed);
        });
  }

  private DBInstance database(PracticeState model, String name) {
    return Optional.ofNullable(practiceCall.workload(model).databases.get(name))
        .orElseThrow(
            () ->
                practiceCall.error(
                    DbInstanceNotFoundException.builder(),
                    404,
                    "DBInstanceNotFound",
                    "DBInstance %s not found.".formatted(name)));
  }

  private DBCluster cluster(PracticeState model, String name) {
    return Optional.ofNullable(practiceCall.workload(model).clusters.get(name))
        .orElseThrow(
            () ->
                practiceCall.error(
                    DbClusterNotFoundException.builder(),
                    404,
                    "DBClusterNotFoundFault",
                    "DBCluster %s not found.".formatted(name)));
  }

  private <T> PagedItems<T> page(Collection<T> all, Integer size, String marker) {
    return PagedItems.of(
        List.copyOf(all),
        size,
        marker,
        () ->
            practiceCall.error(
                RdsException.builder(), 400, "InvalidParameterValue", "Invalid marker"));
  }
}
