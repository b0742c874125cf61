package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsStatus;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/** DynamoDB. */
public final class PracticeDynamoDb implements DynamoDbClient {
  private final PracticeCall practiceCall;

  public PracticeDynamoDb(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  /** The token of a page is the name of the last table on the one before. */
  @Override
  public ListTablesResponse listTables(ListTablesRequest request) {
    return practiceCall.answer(
        "ListTables",
        request,
        model -> {
          String last =
              request.exclusiveStartTableName() == null ? "" : request.exclusiveStartTableName();
          List<String> names =
              practiceCall.workload(model).tables.keySet().stream()
                  .filter(name -> name.compareTo(last) > 0)
                  .toList();
          int size = request.limit() == null ? 100 : request.limit();
          return names.size() <= size
              ? ListTablesResponse.builder().tableNames(names)
              : ListTablesResponse.builder()
                  .tableNames(names.subList(0, size))
                  .lastEvaluatedTableName(names.get(size - 1));
        });
  }

  @Override
  public DescribeTableResponse describeTable(DescribeTableRequest request) {
    return practiceCall.answer(
        "DescribeTable",
        request,
        model -> DescribeTableResponse.builder().table(table(model, request.tableName())));
  }

  @Override
  public UpdateTableResponse updateTable(UpdateTableRequest request) {
    return practiceCall.answer(
        "UpdateTable",
        request,
        model -> {
          TableDescription changed =
              table(model, request.tableName()).toBuilder()
                  .deletionProtectionEnabled(request.deletionProtectionEnabled())
                  .build();
          practiceCall.workload(model).tables.put(request.tableName(), changed);
          return UpdateTableResponse.builder().tableDescription(changed);
        });
  }

  @Override
  public DescribeContinuousBackupsResponse describeContinuousBackups(
      DescribeContinuousBackupsRequest request) {
    return practiceCall.answer(
        "DescribeContinuousBackups",
        request,
        model ->
            DescribeContinuousBackupsResponse.builder()
                .continuousBackupsDescription(backups(model, request.tableName())));
  }

  @Override
  public UpdateContinuousBackupsResponse updateContinuousBackups(
      UpdateContinuousBackupsRequest request) {
    return practiceCall.answer(
        "UpdateContinuousBackups",
        request,
        model -> {
          String name = table(model, request.tableName()).tableName();
          if (request.pointInTimeRecoverySpecification().pointInTimeRecoveryEnabled()) {
            practiceCall.workload(model).recoverable.add(name);
          } else {
            practiceCall.workload(model).recoverable.remove(name);
          }
          return UpdateContinuousBackupsResponse.builder()
              .continuousBackupsDescription(backups(model, name));
        });
  }

  private ContinuousBackupsDescription backups(PracticeState model, String name) {
    boolean on = practiceCall.workload(model).recoverable.contains(table(model, name).tableName());
    return ContinuousBackupsDescription.builder()
        .continuousBackupsStatus(ContinuousBackupsStatus.ENABLED)
        .pointInTimeRecoveryDescription(
            recovery ->
                recovery.pointInTimeRecoveryStatus(
                    on ? PointInTimeRecoveryStatus.ENABLED : PointInTimeRecoveryStatus.DISABLED))
        .build();
  }

  private TableDescription table(PracticeState model, String name) {
    return Optional.ofNullable(practiceCall.workload(model).tables.get(name))
        .orElseThrow(
            () ->
                practiceCall.error(
                    ResourceNotFoundException.builder(),
                    400,
                    "ResourceNotFoundException",
                    "Requested resource not found: Table: %s not found".formatted(name)));
  }
}
