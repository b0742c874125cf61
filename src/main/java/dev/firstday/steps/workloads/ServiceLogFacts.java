package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** What auditors ask of the logs of load balancers and distributions. */
final class ServiceLogFacts {
  private ServiceLogFacts() {}

  /** Whether the load balancers of a Region write to a bucket: all of them, and the web's. */
  private record Balancers(boolean all, boolean application, boolean classic) {
    static Balancers read(AccountRegion here) throws CallFailed {
      boolean all = true;
      boolean application = true;
      for (LoadBalancer one : LoadBalancers.all(here)) {
        boolean logged = LoadBalancers.on(here, one, AccessLogs.TO_BUCKET);
        all &= logged;
        application &= logged || one.type() != LoadBalancerTypeEnum.APPLICATION;
      }
      return new Balancers(all, application, AccessLogs.classicLogged(here));
    }
  }

  static void state(Account account, Answers answers, Assessment.Builder found) throws CallFailed {
    Everywhere.look(account, answers, found, region -> Balancers.read(account.in(region)))
        .fact("balancers", Balancers::all)
        .fact("application-balancers", Balancers::application)
        .fact("classic-balancers", Balancers::classic);
    // API Gateway is not looked at.
    found.fact("gateways", Judgement.NOT_JUDGED);
    try {
      found
          .fact("distributions", AccessLogs.distributionsLogged(account))
          .fact("distributions-to-bucket", AccessLogs.distributionsToBucket(account));
    } catch (CallFailed e) {
      found
          .fact("distributions", Judgement.NOT_JUDGED)
          .fact("distributions-to-bucket", Judgement.NOT_JUDGED);
    }
  }
}
