package dev.firstday.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.engine.Changes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.budgets.model.DeleteBudgetRequest;

class ReferencesTest {
  @Test
  void a_reference_in_a_typed_request_is_a_placeholder_in_its_data() {
    String name = References.to(Changes.of("cost-anomaly/monitor"), "/MonitorArn");
    var request = DeleteBudgetRequest.builder().accountId("1").budgetName(name).build();
    assertEquals(
        Map.of("AccountId", "1", "BudgetName", Map.of("$ref", "cost-anomaly/monitor#/MonitorArn")),
        SdkJson.toData(request));
  }
}
