package dev.firstday.practice.billing;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementSummary;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsRequest;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsResponse;

/** AWS Artifact: the agreements that were accepted. */
public final class PracticeArtifact {
  private PracticeArtifact() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers.on(ListCustomerAgreementsRequest.class, PracticeArtifact::listCustomerAgreements);
  }

  private static AwsResponse.Builder listCustomerAgreements(
      PracticeState model, ListCustomerAgreementsRequest request) {
    PagedItems<CustomerAgreementSummary> page =
        PagedItems.of(
            model.agreements,
            request.maxResults(),
            request.nextToken(),
            () -> error(400, "ValidationException", "Invalid next token"));
    return ListCustomerAgreementsResponse.builder()
        .customerAgreements(page.items())
        .nextToken(page.next());
  }
}
