package dev.firstday.practice.billing;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementSummary;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsRequest;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsResponse;
import software.amazon.awssdk.services.artifact.model.ValidationException;

/** AWS Artifact: the agreements that were accepted. */
public final class PracticeArtifact implements ArtifactClient {
  private final PracticeCall practiceCall;

  public PracticeArtifact(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public ListCustomerAgreementsResponse listCustomerAgreements(
      ListCustomerAgreementsRequest request) {
    return practiceCall.answer(
        "ListCustomerAgreements",
        request,
        model -> {
          PagedItems<CustomerAgreementSummary> page =
              PagedItems.of(
                  model.agreements,
                  request.maxResults(),
                  request.nextToken(),
                  () ->
                      practiceCall.error(
                          ValidationException.builder(),
                          400,
                          "ValidationException",
                          "Invalid next token"));
          return ListCustomerAgreementsResponse.builder()
              .customerAgreements(page.items())
              .nextToken(page.next());
        });
  }
}
