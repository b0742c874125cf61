package dev.firstday.practice.iam;

import dev.firstday.practice.model.PracticeCall;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

/** Organizations. */
public final class PracticeOrganizations implements OrganizationsClient {
  private final PracticeCall practiceCall;

  public PracticeOrganizations(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeOrganizationResponse describeOrganization(DescribeOrganizationRequest request) {
    return practiceCall.answer(
        "DescribeOrganization",
        request,
        model ->
            DescribeOrganizationResponse.builder()
                .organization(
                    model
                        .managementAccount
                        .map(PracticeOrganizations::of)
                        .orElseThrow(
                            () ->
                                practiceCall.error(
                                    AwsOrganizationsNotInUseException.builder(),
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
