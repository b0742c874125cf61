package dev.firstday.practice;

import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.artifact.model.CustomerAgreementSummary;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsRequest;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsResponse;
import software.amazon.awssdk.services.artifact.model.ValidationException;

/** AWS Artifact: the agreements that were accepted. */
final class PracticeArtifact implements ArtifactClient {
  private final Door door;

  PracticeArtifact(Door door) {
    this.door = door;
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
    return door.answer(
        "ListCustomerAgreements",
        request,
        model -> {
          Page<CustomerAgreementSummary> page =
              Page.of(
                  model.agreements,
                  request.maxResults(),
                  request.nextToken(),
                  () ->
                      door.error(
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
