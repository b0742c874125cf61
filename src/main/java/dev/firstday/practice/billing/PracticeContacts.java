package dev.firstday.practice.billing;

import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.account.AccountClient;
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
import software.amazon.awssdk.services.account.model.ResourceNotFoundException;
import software.amazon.awssdk.services.account.model.ValidationException;
import software.amazon.awssdk.services.account.model.ValidationExceptionField;
import software.amazon.awssdk.services.account.model.ValidationExceptionReason;

/** Account management. */
public final class PracticeContacts implements AccountClient {
  private final PracticeCall practiceCall;

  public PracticeContacts(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public GetAlternateContactResponse getAlternateContact(GetAlternateContactRequest request) {
    return practiceCall.answer(
        "GetAlternateContact",
        request,
        model -> {
          AlternateContact contact = model.contacts.get(request.alternateContactType());
          if (contact == null) {
            throw notFound();
          }
          return GetAlternateContactResponse.builder().alternateContact(contact);
        });
  }

  @Override
  public PutAlternateContactResponse putAlternateContact(PutAlternateContactRequest request) {
    return practiceCall.answer(
        "PutAlternateContact",
        request,
        model -> {
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
        });
  }

  @Override
  public DeleteAlternateContactResponse deleteAlternateContact(
      DeleteAlternateContactRequest request) {
    return practiceCall.answer(
        "DeleteAlternateContact",
        request,
        model -> {
          if (model.contacts.remove(request.alternateContactType()) == null) {
            throw notFound();
          }
          return DeleteAlternateContactResponse.builder();
        });
  }

  @Override
  public GetContactInformationResponse getContactInformation(GetContactInformationRequest request) {
    return practiceCall.answer(
        "GetContactInformation",
        request,
        model -> GetContactInformationResponse.builder().contactInformation(model.contact));
  }

  @Override
  public GetAccountInformationResponse getAccountInformation(GetAccountInformationRequest request) {
    return practiceCall.answer(
        "GetAccountInformation",
        request,
        model ->
            GetAccountInformationResponse.builder()
                .accountId(PracticeState.ACCOUNT_ID)
                .accountName("Tanaka Works")
                .accountCreatedDate(model.opened));
  }

  @Override
  public PutContactInformationResponse putContactInformation(PutContactInformationRequest request) {
    return practiceCall.answer(
        "PutContactInformation",
        request,
        model -> {
          refuse(ContactRules.wrong(request.contactInformation()));
          model.contact = request.contactInformation();
          return PutContactInformationResponse.builder();
        });
  }

  private AwsServiceException notFound() {
    return practiceCall.error(
        ResourceNotFoundException.builder(),
        404,
        "ResourceNotFoundException",
        "No contact of the inputted alternate contact type found.");
  }

  private void refuse(List<ValidationExceptionField> wrong) {
    if (!wrong.isEmpty()) {
      throw practiceCall.error(
          ValidationException.builder()
              .reason(ValidationExceptionReason.FIELD_VALIDATION_FAILED)
              .fieldList(wrong),
          400,
          "ValidationException",
          wrong.stream()
              .map(field -> "Value at '%s': %s".formatted(field.name(), field.message()))
              .collect(Collectors.joining("; ")));
    }
  }
}
