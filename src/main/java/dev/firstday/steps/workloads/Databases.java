package dev.firstday.steps.workloads;

import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/** The databases and tables of a Region. */
final class Databases {
  private Databases() {}

  /** RDS instances that stand alone: what is set of those in a cluster is the cluster's. */
  static List<DBInstance> instances(AccountRegion here) throws CallFailed {
    return here
        .query(Reads.DESCRIBE_DB_INSTANCES)
        .all(DescribeDbInstancesResponse::dbInstances)
        .stream()
        .filter(database -> database.dbClusterIdentifier() == null)
        .toList();
  }

  static Query<DescribeDbInstancesResponse> instance(AccountRegion here, String name) {
    return here.query(Reads.DESCRIBE_DB_INSTANCES, read -> read.dbInstanceIdentifier(name));
  }

  /** Aurora and Multi-AZ clusters. */
  static List<DBCluster> clusters(AccountRegion here) throws CallFailed {
    return here.query(Reads.DESCRIBE_DB_CLUSTERS).all(DescribeDbClustersResponse::dbClusters);
  }

  /** The names of the DynamoDB tables. */
  static List<String> tables(AccountRegion here) throws CallFailed {
    return here.query(Reads.LIST_TABLES).all(ListTablesResponse::tableNames);
  }

  /** A DynamoDB table. */
  static TableDescription table(AccountRegion here, String name) throws CallFailed {
    return tableQuery(here, name).required(DescribeTableResponse::table);
  }

  static Query<DescribeTableResponse> tableQuery(AccountRegion here, String name) {
    return here.query(Reads.DESCRIBE_TABLE, read -> read.tableName(name));
  }

  static String tableArn(AccountRegion here, String name) {
    return here.arn("dynamodb", "table/" + name);
  }
}
