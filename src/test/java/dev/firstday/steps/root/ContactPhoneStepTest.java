package dev.firstday.steps.root;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.aws.Account;
import dev.firstday.aws.AnsweringApi;
import dev.firstday.aws.Identities;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.account.model.GetContactInformationResponse;

class ContactPhoneStepTest {
  private static final String ID = "contact-phone";

  private static Object numberOf(Change change) {
    return ((Map<?, ?>) change.request().get("ContactInformation")).get("PhoneNumber");
  }

  private static Assessment assess(String present) {
    Bench bench = Bench.of(Scenario.HALF_DONE);
    var account = bench.clients().account();
    var contact = account.getContactInformation(r -> {}).contactInformation();
    account.putContactInformation(
        r -> r.contactInformation(contact.toBuilder().phoneNumber(present).build()));
    return bench.assess(ID);
  }

  @Test
  void a_number_of_the_country_is_repaired() {
    Assessment found = Bench.of(Scenario.NEW).assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("no-plus", "repaired"), Bench.codes(found));
    assertEquals("+819012345678", numberOf(Bench.change(found)));
  }

  @Test
  void everything_else_of_the_contact_stays() {
    Bench bench = Bench.of(Scenario.NEW);
    var before =
        bench.clients().account().getContactInformation(r -> {}).contactInformation().toBuilder();
    bench.apply(ID);
    assertEquals(
        before.phoneNumber("+819012345678").build(),
        bench.clients().account().getContactInformation(r -> {}).contactInformation());
  }

  @Test
  void a_number_that_was_given_is_taken_instead() {
    Map<String, String> answers = Map.of("contact-phone.number", "+12065550100");
    Assessment found = Bench.of(Scenario.NEW, answers).assess(ID);
    assertEquals(List.of("no-plus"), Bench.codes(found));
    assertEquals("+12065550100", numberOf(Bench.change(found)));
  }

  @Test
  void a_number_without_plus_can_not_be_put_back() {
    Change change = Bench.change(Bench.of(Scenario.NEW).assess(ID));
    assertEquals(List.of(), change.undo(), "AWS takes no such number any more");
  }

  @ParameterizedTest
  @CsvSource({
    "+819012345678, good",
    "+81 90-1234-5678, good spaces",
    "+81312345678, good landline",
    "+81 3 1234 5678, good spaces landline",
  })
  void a_number_that_can_be_called_is_done(String present, String codes) {
    Assessment found = assess(present);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(codes, String.join(" ", Bench.codes(found)));
    assertEquals(List.of(), found.changes());
  }

  @ParameterizedTest
  @CsvSource({
    "+8109012345678, trunk-zero, +819012345678",
    "+81-(0)90-1234-5678, trunk-zero, +819012345678",
  })
  void a_number_that_can_be_repaired_is(String present, String code, String repaired) {
    Assessment found = assess(present);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of(code, "repaired"), Bench.codes(found));
    assertEquals(repaired, numberOf(Bench.change(found)));
    assertEquals(present, numberOf(Bench.change(found).undo().getFirst()));
  }

  @ParameterizedTest
  @CsvSource({"'', no-number", "1 650-253-0000 x123, extension"})
  void what_old_accounts_have_is_told_as_it_is(String present, String code) throws CallFailed {
    AwsApi old =
        AnsweringApi.of(
            request ->
                GetContactInformationResponse.builder()
                    .contactInformation(contact -> contact.countryCode("US").phoneNumber(present))
                    .build());
    var answers = Bench.of(Scenario.NEW).session().answers(ID);
    Assessment found =
        new ContactPhoneStep().assess(new Account(Identities.PRACTICE, old), answers);
    assertEquals(code, Bench.codes(found).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "+81120123456, toll-free",
    "+18005550199, toll-free",
    "+8112, invalid",
    "+0, invalid"
  })
  void a_number_that_can_not_be_repaired_is_asked_for(String present, String code) {
    Assessment found = assess(present);
    assertEquals(List.of(code, "answer-missing"), Bench.codes(found));
    assertEquals(Set.of("number"), found.missingAnswers());
    assertEquals(List.of(), found.changes());
  }
}
