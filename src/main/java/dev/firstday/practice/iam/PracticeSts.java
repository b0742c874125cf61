package dev.firstday.practice.iam;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeState;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The security token service. */
public final class PracticeSts {
  private PracticeSts() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers.on(
        GetCallerIdentityRequest.class,
        (model, request) ->
            GetCallerIdentityResponse.builder()
                .account(PracticeState.ACCOUNT_ID)
                .arn(PracticeState.USER_ARN)
                .userId("AIDAPRACTICE1234567AO"));
  }
}
