package dev.firstday.practice.billing;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Errors;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.DeleteAlternateContactRequest;
import software.amazon.awssdk.services.account.model.DeleteAlternateContactResponse;
import software.amazon.awssdk.services.account.model.GetAccountInformationRequest;
import software.amazon.awssdk.services.account.model.GetAccountInformationResponse;
import software.amazon.awssdk.services.account.model.GetAlternateContactRequest;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.account.model.GetContactInformationRequest;
import software.amazon.awssdk.services.account.model.GetContactInformationResponse;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;
import software.amazon.awssdk.services.account.model.PutAlternateContactResponse;
import software.amazon.awssdk.services.account.model.PutContactInformationRequest;
import software.amazon.awssdk.services.account.model.PutContactInformationResponse;
import software.amazon.awssdk.services.account.model.ValidationException;
import software.amazon.awssdk.services.account.model.ValidationExceptionField;
import software.amazon.awssdk.services.account.model.ValidationExceptionReason;

/** Account management. */
public final class PracticeContacts {
  private PracticeContacts() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(GetAlternateContactRequest.class, PracticeContacts::getAlternateContact)
        .on(PutAlternateContactRequest.class, PracticeContacts::putAlternateContact)
        .on(DeleteAlternateContactRequest.class, PracticeContacts::deleteAlternateContact)
        .on(
            GetContactInformationRequest.class,
            (model, request) ->
                GetContactInformationResponse.builder().contactInformation(model.contact))
        .on(
            GetAccountInformationRequest.class,
            (model, request) ->
                GetAccountInformationResponse.builder()
                    .accountId(PracticeState.ACCOUNT_ID)
                    .accountName("Tanaka Works")
                    .accountCreatedDate(model.opened))
        .on(PutContactInformationRequest.class, PracticeContacts::putContactInformation);
  }

  private static AwsResponse.Builder getAlternateContact(
      PracticeState model, GetAlternateContactRequest request) {
    AlternateContact contact = model.contacts.get(request.alternateContactType());
    if (contact == null) {
      throw notFound();
    }
    return GetAlternateContactResponse.builder().alternateContact(contact);
  }

  private static AwsResponse.Builder putAlternateContact(
      PracticeState model, PutAlternateContactRequest request) {
    refuse(ContactRules.wrong(request));
    model.contacts.put(
        request.alternateContactType(),
        AlternateContact.builder()
            .alternateContactType(request.alternateContactType())
            .name(request.name())
            .title(request.title())
            .emailAddress(request.emailAddress())
            .phoneNumber(request.phoneNumber())
            .build());
    return PutAlternateContactResponse.builder();
  }

  private static AwsResponse.Builder deleteAlternateContact(
      PracticeState model, DeleteAlternateContactRequest request) {
    if (model.contacts.remove(request.alternateContactType()) == null) {
      throw notFound();
    }
    return DeleteAlternateContactResponse.builder();
  }

  private static AwsResponse.Builder putContactInformation(
      PracticeState model, PutContactInformationRequest request) {
    refuse(ContactRules.wrong(request.contactInformation()));
    model.contact = request.contactInformation();
    return PutContactInformationResponse.builder();
  }

  private static AwsServiceException notFound() {
    return error(
        404,
        "ResourceNotFoundException",
        "No contact of the inputted alternate contact type found.");
  }

  private static void refuse(List<ValidationExceptionField> wrong) {
    if (!wrong.isEmpty()) {
      String message =
          wrong.stream()
              .map(field -> "Value at '%s': %s".formatted(field.name(), field.message()))
              .collect(Collectors.joining("; "));
      throw Errors.of(
          ValidationException.builder()
              .reason(ValidationExceptionReason.FIELD_VALIDATION_FAILED)
              .fieldList(wrong),
          400,
          "ValidationException",
          message);
    }
  }
}
