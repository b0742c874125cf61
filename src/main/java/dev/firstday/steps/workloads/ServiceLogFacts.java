package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** What auditors ask of the logs of networks, load balancers and distributions. */
final class ServiceLogFacts {
  private ServiceLogFacts() {}

  /** Whether the load balancers of a Region write to a bucket: all of them, and the web's. */
  private record Balancers(boolean all, boolean application, boolean classic) {
    static Balancers read(Account account, String region) throws CallFailed {
      boolean all = true;
      boolean application = true;
      for (LoadBalancer one : LoadBalancers.all(account, region)) {
        boolean logged = LoadBalancers.on(account, region, one, AccessLogs.TO_BUCKET);
        all &= logged;
        application &= logged || one.type() != LoadBalancerTypeEnum.APPLICATION;
      }
      return new Balancers(all, application, AccessLogs.classicLogged(account, region));
    }
  }

  static void state(
      Account account,
      Answers answers,
      List<Account.Observed<List<FlowLogs.Network>>> networks,
      Assessment.Builder found)
      throws CallFailed {
    Everywhere.fact(
        "flow-logs", networks, all -> all.stream().allMatch(FlowLogs.Network::logged), found);
    List<Account.Observed<Balancers>> balancers =
        account.inEach(
            account.regions(answers.list("regions")), region -> Balancers.read(account, region));
    Everywhere.fact("balancers", balancers, Balancers::all, found);
    Everywhere.fact("application-balancers", balancers, Balancers::application, found);
    Everywhere.fact("classic-balancers", balancers, Balancers::classic, found);
    Everywhere.orUnknown(
        answers, found, "flow-logs", "balancers", "application-balancers", "classic-balancers");
    // API Gateway is not looked at.
    found.fact("gateways", Judgement.NOT_JUDGED);
    try {
      found
          .fact("distributions", AccessLogs.distributionsLogged(account, false))
          .fact("distributions-to-bucket", AccessLogs.distributionsLogged(account, true));
    } catch (CallFailed e) {
      found
          .fact("distributions", Judgement.NOT_JUDGED)
          .fact("distributions-to-bucket", Judgement.NOT_JUDGED);
    }
  }
}
