package dev.firstday.practice;

import java.util.List;
import software.amazon.awssdk.services.taxsettings.TaxSettingsClient;
import software.amazon.awssdk.services.taxsettings.model.AccountDetails;
import software.amazon.awssdk.services.taxsettings.model.ListTaxRegistrationsRequest;
import software.amazon.awssdk.services.taxsettings.model.ListTaxRegistrationsResponse;
import software.amazon.awssdk.services.taxsettings.model.ValidationException;

/** The tax settings: who sells to the account. */
final class PracticeTaxSettings implements TaxSettingsClient {
  private final Door door;

  PracticeTaxSettings(Door door) {
    this.door = door;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public ListTaxRegistrationsResponse listTaxRegistrations(ListTaxRegistrationsRequest request) {
    return door.answer(
        "ListTaxRegistrations",
        request,
        model -> {
          List<AccountDetails> all =
              model.seller.stream()
                  .map(
                      seller ->
                          AccountDetails.builder()
                              .accountId(Model.ACCOUNT_ID)
                              .accountMetaData(data -> data.seller(seller))
                              .build())
                  .toList();
          Page<AccountDetails> page =
              Page.of(
                  all,
                  request.maxResults(),
                  request.nextToken(),
                  () ->
                      door.error(
                          ValidationException.builder(),
                          400,
                          "ValidationException",
                          "Invalid next token"));
          return ListTaxRegistrationsResponse.builder()
              .accountDetails(page.items())
              .nextToken(page.next());
        });
  }
}
