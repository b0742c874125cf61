package dev.firstday.practice.billing;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeState;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.freetier.model.AccountPlanStatus;
import software.amazon.awssdk.services.freetier.model.AccountPlanType;
import software.amazon.awssdk.services.freetier.model.CurrencyCode;
import software.amazon.awssdk.services.freetier.model.GetAccountPlanStateRequest;
import software.amazon.awssdk.services.freetier.model.GetAccountPlanStateResponse;

/** The free tier: a plan with credits, or the paid one that members of organizations have. */
public final class PracticeFreeTier {
  private PracticeFreeTier() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers.on(GetAccountPlanStateRequest.class, PracticeFreeTier::getAccountPlanState);
  }

  private static final Duration FREE = Duration.ofDays(183);

  private static AwsResponse.Builder getAccountPlanState(
      PracticeState model, GetAccountPlanStateRequest request) {
    GetAccountPlanStateResponse.Builder state =
        GetAccountPlanStateResponse.builder()
            .accountId(PracticeState.ACCOUNT_ID)
            .accountPlanStatus(AccountPlanStatus.ACTIVE);
    return model.managementAccount.isPresent()
        ? state.accountPlanType(AccountPlanType.PAID)
        : state
            .accountPlanType(AccountPlanType.FREE)
            .accountPlanRemainingCredits(credits -> credits.amount(100.0).unit(CurrencyCode.USD))
            .accountPlanExpirationDate(model.opened.plus(FREE));
  }
}
