package dev.firstday.practice.iam;

import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The security token service. */
public final class PracticeSts implements StsClient {
  private final PracticeCall practiceCall;

  public PracticeSts(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
    return practiceCall.answer(
        "GetCallerIdentity",
        request,
        model ->
            GetCallerIdentityResponse.builder()
                .account(PracticeState.ACCOUNT_ID)
                .arn(PracticeState.USER_ARN)
                .userId("AIDAPRACTICE1234567AO"));
  }
}
