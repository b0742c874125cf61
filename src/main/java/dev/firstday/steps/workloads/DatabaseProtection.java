package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.failure.CallFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** The deletion protection of the databases and tables of a Region. */
final class DatabaseProtection {
  private static final Duration UNTIL_READY = Duration.ofMinutes(10);

  private DatabaseProtection() {}

  static List<Resource> instances(Account account, String region, Answers answers)
      throws CallFailed {
    DeletionProtection protection = new DeletionProtection(account, region);
    return Databases.instances(account, region).stream()
        .map(
            one ->
                protection.of(
                    "rds:" + one.dbInstanceIdentifier(),
                    one.dbInstanceArn(),
                    Boolean.TRUE.equals(one.deletionProtection()),
                    on ->
                        ModifyDbInstanceRequest.builder()
                            .dbInstanceIdentifier(one.dbInstanceIdentifier())
                            .deletionProtection(on)
                            .applyImmediately(true)
                            .build(),
                    change ->
                        change
                            .waitingFor(UNTIL_READY, "InvalidDBInstanceState")
                            .verifiedBy(
                                Reads.DESCRIBE_DB_INSTANCES,
                                DescribeDbInstancesRequest.builder()
                                    .dbInstanceIdentifier(one.dbInstanceIdentifier())
                                    .build(),
                                "/DBInstances/0/DeletionProtection")))
        .toList();
  }

  static List<Resource> clusters(Account account, String region, Answers answers)
      throws CallFailed {
    DeletionProtection protection = new DeletionProtection(account, region);
    return Databases.clusters(account, region).stream()
        .map(
            one ->
                protection.of(
                    "rds-cluster:" + one.dbClusterIdentifier(),
                    one.dbClusterArn(),
                    Boolean.TRUE.equals(one.deletionProtection()),
                    on ->
                        ModifyDbClusterRequest.builder()
                            .dbClusterIdentifier(one.dbClusterIdentifier())
                            .deletionProtection(on)
                            .applyImmediately(true)
                            .build(),
                    change ->
                        change
                            .waitingFor(UNTIL_READY, "InvalidDBClusterStateFault")
                            .verifiedBy(
                                Reads.DESCRIBE_DB_CLUSTERS,
                                DescribeDbClustersRequest.builder()
                                    .dbClusterIdentifier(one.dbClusterIdentifier())
                                    .build(),
                                "/DBClusters/0/DeletionProtection")))
        .toList();
  }

  static List<Resource> tables(Account account, String region, Answers answers) throws CallFailed {
    DeletionProtection protection = new DeletionProtection(account, region);
    List<Resource> tables = new ArrayList<>();
    for (String name : Databases.tables(account, region)) {
      TableDescription table = Databases.table(account, region, name);
      tables.add(
          protection.of(
              "dynamodb:" + name,
              Databases.tableArn(account, region, name),
              Boolean.TRUE.equals(table.deletionProtectionEnabled()),
              on ->
                  UpdateTableRequest.builder()
                      .tableName(name)
                      .deletionProtectionEnabled(on)
                      .build(),
              change ->
                  change
                      .waitingFor(UNTIL_READY, "ResourceInUseException")
                      .verifiedBy(
                          Reads.DESCRIBE_TABLE,
                          Databases.tableRequest(name),
                          "/Table/DeletionProtectionEnabled")));
    }
    return tables;
  }
}
