package dev.firstday.practice.workloads;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.Workload;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsStatus;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/** DynamoDB. */
public final class PracticeDynamoDb {
  private PracticeDynamoDb() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .inRegion(ListTablesRequest.class, PracticeDynamoDb::listTables)
        .inRegion(
            DescribeTableRequest.class,
            (here, request) ->
                DescribeTableResponse.builder().table(table(here, request.tableName())))
        .inRegion(UpdateTableRequest.class, PracticeDynamoDb::updateTable)
        .inRegion(
            DescribeContinuousBackupsRequest.class,
            (here, request) ->
                DescribeContinuousBackupsResponse.builder()
                    .continuousBackupsDescription(backups(here, request.tableName())))
        .inRegion(UpdateContinuousBackupsRequest.class, PracticeDynamoDb::updateBackups);
  }

  /** The token of a page is the name of the last table on the one before. */
  private static AwsResponse.Builder listTables(Workload here, ListTablesRequest request) {
    String last =
        request.exclusiveStartTableName() == null ? "" : request.exclusiveStartTableName();
    List<String> names =
        here.tables.keySet().stream().filter(name -> name.compareTo(last) > 0).toList();
    int size = request.limit() == null ? 100 : request.limit();
    return names.size() <= size
        ? ListTablesResponse.builder().tableNames(names)
        : ListTablesResponse.builder()
            .tableNames(names.subList(0, size))
            .lastEvaluatedTableName(names.get(size - 1));
  }

  private static AwsResponse.Builder updateTable(Workload here, UpdateTableRequest request) {
    TableDescription changed =
        table(here, request.tableName()).toBuilder()
            .deletionProtectionEnabled(request.deletionProtectionEnabled())
            .build();
    here.tables.put(request.tableName(), changed);
    return UpdateTableResponse.builder().tableDescription(changed);
  }

  private static AwsResponse.Builder updateBackups(
      Workload here, UpdateContinuousBackupsRequest request) {
    String name = table(here, request.tableName()).tableName();
    if (request.pointInTimeRecoverySpecification().pointInTimeRecoveryEnabled()) {
      here.recoverable.add(name);
    } else {
      here.recoverable.remove(name);
    }
    return UpdateContinuousBackupsResponse.builder()
        .continuousBackupsDescription(backups(here, name));
  }

  private static ContinuousBackupsDescription backups(Workload here, String name) {
    boolean on = here.recoverable.contains(table(here, name).tableName());
    return ContinuousBackupsDescription.builder()
        .continuousBackupsStatus(ContinuousBackupsStatus.ENABLED)
        .pointInTimeRecoveryDescription(
            recovery ->
                recovery.pointInTimeRecoveryStatus(
                    on ? PointInTimeRecoveryStatus.ENABLED : PointInTimeRecoveryStatus.DISABLED))
        .build();
  }

  private static TableDescription table(Workload here, String name) {
    return Optional.ofNullable(here.tables.get(name))
        .orElseThrow(
            () ->
                error(
                    400,
                    "ResourceNotFoundException",
                    "Requested resource not found: Table: %s not found",
                    name));
  }
}
