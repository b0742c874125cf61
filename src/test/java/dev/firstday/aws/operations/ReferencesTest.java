package dev.firstday.aws.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.engine.Changes;
import dev.firstday.engine.plan.Placeholders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.DeleteBudgetRequest;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;

class ReferencesTest {
  @Test
  void a_reference_in_a_typed_request_is_a_placeholder_in_its_data() {
    String name = References.to(Changes.of("cost-anomaly/monitor"), "/MonitorArn");
    var request = DeleteBudgetRequest.builder().accountId("1").budgetName(name).build();
    assertEquals(
        Map.of("AccountId", "1", "BudgetName", Map.of("$ref", "cost-anomaly/monitor#/MonitorArn")),
        SdkJson.toData(request));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$secret:one-time-password",
        "$ref:cost-anomaly/monitor#/MonitorArn",
        "$ask:first-code",
        "\u0001$secret:one-time-password",
        "\u0001ref:cost-anomaly/monitor#/MonitorArn",
        "{\"$secret\":\"one-time-password\"}"
      })
  void a_name_of_awss_is_no_placeholder_whatever_it_looks_like(String name) {
    Budget budget = Budget.builder().budgetName(name).build();
    assertEquals(Map.of("BudgetName", name), SdkJson.toData(budget));
    assertEquals(Map.of("BudgetName", name), filled(SdkJson.toData(budget)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$ref", "$secret", "$ask", "$$ref", "$", "ref"})
  void a_map_of_awss_with_the_key_of_a_placeholder_stays_a_map(String key) {
    GetDetectorResponse detector = GetDetectorResponse.builder().tags(Map.of(key, "x#/y")).build();
    Map<String, Object> data = SdkJson.toData(detector);
    assertEquals(data, filled(data));
    assertEquals(detector.tags(), SdkJson.fill(GetDetectorResponse.builder(), data).build().tags());
  }

  private static Map<String, Object> filled(Map<String, Object> data) {
    return Placeholders.replaced(
        data,
        (placeholder, name) -> {
          throw new AssertionError(placeholder + " " + name);
        });
  }
}
