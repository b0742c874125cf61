package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Everywhere;
import dev.firstday.steps.resources.LandingZone;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks, load balancers and distributions keep a record of who came. Flow logs are switched on;
 * access logs need a bucket that fits the workload, and are a person's.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html">Logging IP traffic
 *     using VPC Flow Logs</a>
 */
public final class ServiceLogsStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    AccessLogs.prefetch(account, account.regions(answers.list("regions")));
    networks(account, answers, found);
    Everywhere.look(
            account, answers, found, region -> AccessLogs.ofLoadBalancers(account.in(region)))
        .each((region, balancers, here) -> balancers.forEach(one -> one.accept(here)));
    try {
      AccessLogs.ofDistributions(account).forEach(one -> one.accept(found));
    } catch (CallFailed e) {
      found.unseen(e.problem());
    }
    return found.build();
  }

  private static void networks(Account account, Answers answers, Assessment.Builder found)
      throws CallFailed {
    FlowLogGroups groups = new FlowLogGroups(answers.integer("retention-days"));
    FlowLogs flowLogs = new FlowLogs(account, groups);
    Everywhere<List<Network>> everywhere =
        Everywhere.look(account, answers, found, region -> Network.all(account.in(region)))
            .fact("flow-logs", networks -> networks.stream().allMatch(Network::logged));
    flowLogs.prefetch(
        everywhere.regions().stream()
            .filter(seen -> seen.value().stream().flatMap(List::stream).anyMatch(Network::lacksOne))
            .map(seen -> account.in(seen.region()))
            .toList());
    ServiceLogFacts.state(account, answers, found);
    everywhere.each(
        (region, networks, here) -> judge(account.in(region), groups, flowLogs, networks, here));
  }

  private static void judge(
      AccountRegion region,
      FlowLogGroups groups,
      FlowLogs flowLogs,
      List<Network> networks,
      Assessment.Builder here) {
    if (networks.isEmpty()) {
      here.ok(Note.of("no-networks"));
    }
    List<String> without = new ArrayList<>();
    for (Network network : networks) {
      if (wantsFlowLog(network, here)) {
        without.add(network.vpcId());
      }
    }
    try {
      groups.kept(region, networks, here);
      if (!without.isEmpty()) {
        flowLogs.plan(region, without, here);
      } else if (networks.stream().anyMatch(one -> one.groups().contains(FlowLogs.NAME))) {
        groups.lengthen(region, here);
      }
    } catch (CallFailed e) {
      here.unseen(e.problem());
    }
  }

  /** Whether a network has no flow log and may get one; says how it stands. */
  private static boolean wantsFlowLog(Network network, Assessment.Builder here) {
    String id = network.vpcId();
    if (network.logged()) {
      here.ok(Note.of("flow-log", id));
      return false;
    }
    if (network.failing().isPresent()) {
      here.missing(Note.of("flow-log-fails", id, network.failing().get()));
      return false;
    }
    here.missing(Note.of("no-flow-log", id));
    return !LandingZone.keeps(network.name(), here);
  }
}
