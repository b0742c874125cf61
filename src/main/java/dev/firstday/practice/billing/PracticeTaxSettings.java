package dev.firstday.practice.billing;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.taxsettings.TaxSettingsClient;
import software.amazon.awssdk.services.taxsettings.model.AccountDetails;
import software.amazon.awssdk.services.taxsettings.model.ListTaxRegistrationsRequest;
import software.amazon.awssdk.services.taxsettings.model.ListTaxRegistrationsResponse;
import software.amazon.awssdk.services.taxsettings.model.ValidationException;

/** The tax settings: who sells to the account. */
public final class PracticeTaxSettings implements TaxSettingsClient {
  private final PracticeCall practiceCall;

  public PracticeTaxSettings(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public ListTaxRegistrationsResponse listTaxRegistrations(ListTaxRegistrationsRequest request) {
    return practiceCall.answer(
        "ListTaxRegistrations",
        request,
        model -> {
          List<AccountDetails> all =
              model.seller.stream()
                  .map(
                      seller ->
                          AccountDetails.builder()
                              .accountId(PracticeState.ACCOUNT_ID)
                              .accountMetaData(data -> data.seller(seller))
                              .build())
                  .toList();
          PagedItems<AccountDetails> page =
              PagedItems.of(all, request.maxResults(), request.nextToken(), this::invalidToken);
          return ListTaxRegistrationsResponse.builder()
              .accountDetails(page.items())
              .nextToken(page.next());
        });
  }

  private AwsServiceException invalidToken() {
    return practiceCall.error(
        ValidationException.builder(), 400, "ValidationException", "Invalid next token");
  }
}
