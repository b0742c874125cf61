package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;

/** The databases and tables of a Region. */
final class Databases {
  private Databases() {}

  /** RDS instances that stand alone: what is set of those in a cluster is the cluster's. */
  static List<DBInstance> instances(Account account, String region) throws CallFailed {
    return account
        .pages(Reads.DESCRIBE_DB_INSTANCES, DescribeDbInstancesRequest.builder().build(), region)
        .stream()
        .flatMap(page -> page.dbInstances().stream())
        .filter(database -> database.dbClusterIdentifier() == null)
        .toList();
  }

  /** Aurora and Multi-AZ clusters. */
  static List<DBCluster> clusters(Account account, String region) throws CallFailed {
    return account
        .pages(Reads.DESCRIBE_DB_CLUSTERS, DescribeDbClustersRequest.builder().build(), region)
        .stream()
        .flatMap(page -> page.dbClusters().stream())
        .toList();
  }

  /** The names of the DynamoDB tables. */
  static List<String> tables(Account account, String region) throws CallFailed {
    return account.pages(Reads.LIST_TABLES, ListTablesRequest.builder().build(), region).stream()
        .flatMap(page -> page.tableNames().stream())
        .toList();
  }

  /** A DynamoDB table. */
  static TableDescription table(Account account, String region, String name) throws CallFailed {
    return Account.required(
        Reads.DESCRIBE_TABLE,
        account.read(Reads.DESCRIBE_TABLE, tableRequest(name), region).table());
  }

  static DescribeTableRequest tableRequest(String name) {
    return DescribeTableRequest.builder().tableName(name).build();
  }

  static String tableArn(Account account, String region, String name) {
    return "arn:%s:dynamodb:%s:%s:table/%s"
        .formatted(account.identity().partition(), region, account.identity().accountId(), name);
  }
}
