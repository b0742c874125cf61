package dev.firstday.practice;

import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The security token service. */
final class PracticeSts implements StsClient {
  private final Door door;

  PracticeSts(Door door) {
    this.door = door;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
    return door.answer(
        "GetCallerIdentity",
        request,
        model ->
            GetCallerIdentityResponse.builder()
                .account(Model.ACCOUNT_ID)
                .arn(Model.USER_ARN)
                .userId("AIDAPRACTICE1234567AO"));
  }
}
