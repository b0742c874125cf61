package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
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

  private Workload here(PracticeState model) {
    return model.workloads.in(practiceCall.region());
  }

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
              here(model).tables.keySet().stream()
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
          here(model).tables.put(request.tableName(), changed);
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
            here(model).recoverable.add(name);
          } else {
            here(model).recoverable.remove(name);
          }
          return UpdateContinuousBackupsResponse.builder()
              .continuousBackupsDescription(backups(model, name));
        });
  }

  private ContinuousBackupsDescription backups(PracticeState model, String name) {
    boolean on = here(model).recoverable.contains(table(model, name).tableName());
    return ContinuousBackupsDescription.builder()
        .continuousBackupsStatus(ContinuousBackupsStatus.ENABLED)
        .pointInTimeRecoveryDescription(
            recovery ->
                recovery.pointInTimeRecoveryStatus(
                    on ? PointInTimeRecoveryStatus.ENABLED : PointInTimeRecoveryStatus.DISABLED))
        .build();
  }

  private TableDescription table(PracticeState model, String name) {
    return Optional.ofNullable(here(model).tables.get(name))
        .orElseThrow(
            () ->
                practiceCall.error(
                    ResourceNotFoundException.builder(),
                    400,
                    "ResourceNotFoundException",
                    "Requested resource not found: Table: %s not found".formatted(name)));
  }
}
