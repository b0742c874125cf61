package dev.firstday.practice.billing;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.taxsettings.model.AccountDetails;
import software.amazon.awssdk.services.taxsettings.model.ListTaxRegistrationsRequest;
import software.amazon.awssdk.services.taxsettings.model.ListTaxRegistrationsResponse;

/** The tax settings: who sells to the account. */
public final class PracticeTaxSettings {
  private PracticeTaxSettings() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers.on(ListTaxRegistrationsRequest.class, PracticeTaxSettings::listTaxRegistrations);
  }

  private static AwsResponse.Builder listTaxRegistrations(
      PracticeState model, ListTaxRegistrationsRequest request) {
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
        PagedItems.of(
            all, request.maxResults(), request.nextToken(), PracticeTaxSettings::invalidToken);
    return ListTaxRegistrationsResponse.builder()
        .accountDetails(page.items())
        .nextToken(page.next());
  }

  private static AwsServiceException invalidToken() {
    return error(400, "ValidationException", "Invalid next token");
  }
}
