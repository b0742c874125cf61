package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** The deletion protection of the databases and tables of a Region. */
final class DatabaseProtection {
  private DatabaseProtection() {}

  static List<Resource> instances(AccountRegion here, Answers answers) throws CallFailed {
    return Account.each(Databases.instances(here), one -> instance(here, one));
  }

  private static Resource instance(AccountRegion here, DBInstance one) {
    String name = one.dbInstanceIdentifier();
    return new DeletionProtection(
            here, "rds:" + name, one.dbInstanceArn(), one.deletionProtection())
        .by(
            on ->
                ModifyDbInstanceRequest.builder()
                    .dbInstanceIdentifier(name)
                    .deletionProtection(on)
                    .applyImmediately(true),
            Databases.instance(here, name),
            "/DBInstances/0/DeletionProtection",
            "InvalidDBInstanceState");
  }

  static List<Resource> clusters(AccountRegion here, Answers answers) throws CallFailed {
    return Account.each(Databases.clusters(here), one -> cluster(here, one));
  }

  private static Resource cluster(AccountRegion here, DBCluster one) {
    String name = one.dbClusterIdentifier();
    return new DeletionProtection(
            here, "rds-cluster:" + name, one.dbClusterArn(), one.deletionProtection())
        .by(
            on ->
                ModifyDbClusterRequest.builder()
                    .dbClusterIdentifier(name)
                    .deletionProtection(on)
                    .applyImmediately(true),
            here.query(Reads.DESCRIBE_DB_CLUSTERS, read -> read.dbClusterIdentifier(name)),
            "/DBClusters/0/DeletionProtection",
            "InvalidDBClusterStateFault");
  }

  static List<Resource> tables(AccountRegion here, Answers answers) throws CallFailed {
    return Account.each(Databases.tables(here), name -> table(here, name));
  }

  private static Resource table(AccountRegion here, String name) throws CallFailed {
    Boolean isOn = Databases.table(here, name).deletionProtectionEnabled();
    return new DeletionProtection(here, "dynamodb:" + name, Databases.tableArn(here, name), isOn)
        .by(
            on -> UpdateTableRequest.builder().tableName(name).deletionProtectionEnabled(on),
            Databases.tableQuery(here, name),
            "/Table/DeletionProtectionEnabled",
            "ResourceInUseException");
  }
}
