package dev.firstday.practice.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.firstday.aws.Clients;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;
import software.amazon.awssdk.services.account.model.ResourceNotFoundException;
import software.amazon.awssdk.services.account.model.ValidationException;
import software.amazon.awssdk.services.account.model.ValidationExceptionField;

class PracticeContactsTest {
  private static final PutAlternateContactRequest CONTACT =
      PutAlternateContactRequest.builder()
          .alternateContactType(AlternateContactType.SECURITY)
          .name("Aoi Tanaka")
          .title("Founder")
          .emailAddress("aoi@example.com")
          .phoneNumber("090-1234-5678")
          .build();

  private final AccountClient account =
      Clients.in(new PracticeAccount(Scenario.NEW), "us-east-1").account();

  @Test
  void a_contact_is_put_read_and_deleted() {
    account.putAlternateContact(CONTACT);
    assertEquals(
        "aoi@example.com",
        account
            .getAlternateContact(r -> r.alternateContactType("SECURITY"))
            .alternateContact()
            .emailAddress());
    account.deleteAlternateContact(r -> r.alternateContactType("SECURITY"));
    var e =
        assertThrows(
            ResourceNotFoundException.class,
            () -> account.getAlternateContact(r -> r.alternateContactType("SECURITY")));
    assertEquals(404, e.statusCode());
    assertThrows(
        ResourceNotFoundException.class,
        () -> account.deleteAlternateContact(r -> r.alternateContactType("SECURITY")));
  }

  @Test
  void every_field_that_is_wrong_is_named() {
    var e =
        assertThrows(
            ValidationException.class,
            () ->
                account.putAlternateContact(
                    CONTACT.toBuilder()
                        .name("x".repeat(65))
                        .title(null)
                        .emailAddress("nobody")
                        .phoneNumber("call me")
                        .build()));
    assertEquals("fieldValidationFailed", e.reasonAsString());
    assertEquals(
        List.of("name", "title", "emailAddress", "phoneNumber"),
        e.fieldList().stream().map(ValidationExceptionField::name).toList());
  }

  private ContactInformation contact() {
    return account.getContactInformation(r -> {}).contactInformation();
  }

  private void put(ContactInformation.Builder contact) {
    account.putContactInformation(r -> r.contactInformation(contact.build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+819012345678", "+81 90-1234-5678", "+1 (206) 555-0100"})
  void a_number_with_a_plus_is_taken(String number) {
    put(contact().toBuilder().phoneNumber(number));
    assertEquals(number, contact().phoneNumber());
  }

  @ParameterizedTest
  @ValueSource(strings = {"090-1234-5678", "+81 x", "+", "+1234567890123456789012"})
  void another_number_is_refused(String number) {
    assertThrows(ValidationException.class, () -> put(contact().toBuilder().phoneNumber(number)));
    assertEquals("090-1234-5678", contact().phoneNumber());
  }

  @ParameterizedTest
  @CsvSource({"JP, false", "DE, false", "FR, true", "jp, false", "JPN, false"})
  void some_countries_need_a_state(String country, boolean taken) {
    ContactInformation.Builder contact =
        contact().toBuilder().phoneNumber("+33123456789").countryCode(country).stateOrRegion(null);
    if (taken) {
      put(contact);
    } else {
      assertThrows(ValidationException.class, () -> put(contact));
    }
  }
}
