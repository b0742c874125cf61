package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

/** Organizations. */
public final class PracticeOrganizations {
  private PracticeOrganizations() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers.on(
        DescribeOrganizationRequest.class,
        (model, request) ->
            DescribeOrganizationResponse.builder()
                .organization(
                    model
                        .managementAccount
                        .map(PracticeOrganizations::of)
                        .orElseThrow(
                            () ->
                                error(
                                    400,
                                    "AWSOrganizationsNotInUseException",
                                    "Your account is not a member of an organization."))));
  }

  private static Organization of(String managementAccount) {
    String arn = "arn:aws:organizations::" + managementAccount;
    return Organization.builder()
        .id("o-practice00")
        .arn(arn + ":organization/o-practice00")
        .featureSet(OrganizationFeatureSet.ALL)
        .masterAccountId(managementAccount)
        .masterAccountArn(arn + ":account/o-practice00/" + managementAccount)
        .masterAccountEmail("management@example.com")
        .build();
  }
}
