package dev.firstday.aws.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstday.aws.Filled;
import dev.firstday.aws.TokenRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.budgets.model.CreateBudgetRequest;
import software.amazon.awssdk.services.budgets.model.Spend;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

class SdkJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Operation<?, ?>> operations() {
    return Stream.concat(Reads.ALL.stream(), Writes.ALL.stream());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void a_full_request_becomes_data_and_json_and_itself_again(Operation<?, ?> operation)
      throws JsonProcessingException {
    SdkBuilder<?, ?> builder = operation.builder().get();
    Filled.fill((SdkPojo) builder);
    Object request = builder.build();
    Map<String, Object> data = SdkJson.toData((SdkPojo) request);
    Map<String, Object> read =
        JSON.readValue(JSON.writeValueAsString(data), new TypeReference<>() {});
    assertEquals(request, operation.request(data));
    assertEquals(request, operation.request(read));
    assertEquals(data, SdkJson.toData(operation.request(read)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_empty_request_is_no_data(Operation<?, ?> operation) {
    assertEquals(Map.of(), SdkJson.toData(operation.request(Map.of())));
  }

  @Test
  void nothing_in_place_of_a_value_is_named_with_its_path() {
    Map<String, Object> data = new java.util.HashMap<>();
    data.put("MinimumPasswordLength", null);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Writes.find("iam:UpdateAccountPasswordPolicy").orElseThrow().request(data));
    assertEquals("/MinimumPasswordLength: null, expected Integer", e.getMessage());
  }

  @Test
  void an_empty_list_is_not_an_unset_one() {
    var request = CreateBudgetRequest.builder().notificationsWithSubscribers(List.of()).build();
    assertEquals(Map.of("NotificationsWithSubscribers", List.of()), SdkJson.toData(request));
  }

  @ParameterizedTest
  @CsvSource({"50, 50", "50.00, 50.00", "1E+3, 1000", "1E-7, 0.0000001"})
  void an_amount_is_written_plainly(BigDecimal amount, String written) {
    Map<String, Object> data = SdkJson.toData(Spend.builder().amount(amount).build());
    assertEquals(Map.of("Amount", written), data);
  }

  @Test
  void a_token_that_nobody_set_stays_away() {
    assertEquals(Map.of(), SdkJson.toData(new TokenRequest(null)));
    assertEquals(Map.of("ClientToken", "mine"), SdkJson.toData(new TokenRequest("mine")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Budget\": {\"Name\": \"x\"}} | /Budget/Name: unknown, expected one of [AutoAdjustData,",
        "{\"Budget\": 5} | /Budget: 5, expected SdkPojo",
        "{\"Budget\": {\"BudgetLimit\": {\"Amount\": 50}}} | /Budget/BudgetLimit/Amount: 50,"
            + " expected BigDecimal",
        "{\"Budget\": {\"BudgetLimit\": {\"Amount\": \"x\"}}} | /Budget/BudgetLimit/Amount: x,"
            + " expected BigDecimal",
        "{\"Budget\": {\"TimePeriod\": {\"Start\": \"today\"}}} | /Budget/TimePeriod/Start: today,"
            + " expected Instant",
        "{\"Budget\": {\"CostTypes\": {\"IncludeTax\": \"yes\"}}} | /Budget/CostTypes/IncludeTax:"
            + " yes, expected Boolean",
        "{\"Budget\": {\"CostFilters\": {\"Region\": [\"a\", 1]}}} | /Budget/CostFilters/Region/1:"
            + " 1, expected String",
        "{\"ResourceTags\": [{\"Key\": \"a\"}, {\"key\": \"b\"}]} | /ResourceTags/1/key: unknown,"
            + " expected one of [Key, Value]",
      })
  void what_does_not_fit_is_named_with_its_path(String json, String message)
      throws JsonProcessingException {
    Map<String, Object> data = JSON.readValue(json, new TypeReference<>() {});
    Operation<?, ?> write = Writes.find("budgets:CreateBudget").orElseThrow();
    String said =
        assertThrows(IllegalArgumentException.class, () -> write.request(data)).getMessage();
    assertEquals(message, said.substring(0, Math.min(said.length(), message.length())));
  }

  @Test
  void a_number_of_the_wrong_kind_is_named_with_its_path() {
    Operation<?, ?> write = Writes.find("iam:UpdateAccountPasswordPolicy").orElseThrow();
    Map<String, Object> data = Map.of("MinimumPasswordLength", 14.5);
    String said =
        assertThrows(IllegalArgumentException.class, () -> write.request(data)).getMessage();
    assertEquals("/MinimumPasswordLength: 14.5, expected Integer", said);
  }

  @Test
  void nothing_but_what_was_set_is_data() {
    var request = UpdateAccountPasswordPolicyRequest.builder().requireSymbols(false).build();
    assertEquals(Map.of("RequireSymbols", false), SdkJson.toData(request));
    assertFalse(SdkJson.toData(request).containsKey("HardExpiry"));
  }
}
