package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
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
    List<String> regions = account.regions(answers.list("regions"));
    Assessment.Builder found = Assessment.builder();
    AccessLogs.prefetch(account, regions);
    networks(account, answers, regions, found);
    fold(account.inEach(regions, region -> AccessLogs.ofLoadBalancers(account, region)), found);
    try {
      AccessLogs.ofDistributions(account).forEach(line -> line.say(found));
    } catch (CallFailed e) {
      found.unseen(e.problem());
    }
    return found.build();
  }

  private static void networks(
      Account account, Answers answers, List<String> regions, Assessment.Builder found)
      throws CallFailed {
    FlowLogs flowLogs = new FlowLogs(account, answers.integer("retention-days"));
    List<Account.Observed<List<FlowLogs.Network>>> observed =
        account.inEach(regions, flowLogs::networks);
    flowLogs.aheadFor(
        observed.stream()
            .filter(seen -> seen.value().stream().anyMatch(ServiceLogsStep::lacksOne))
            .map(Account.Observed::region)
            .toList());
    ServiceLogFacts.state(account, answers, observed, found);
    for (Account.Observed<List<FlowLogs.Network>> seen : observed) {
      Assessment.Builder here = found.in(seen.region());
      seen.problem().ifPresent(here::unseen);
      seen.value().ifPresent(networks -> judge(flowLogs, seen.region(), networks, here));
    }
  }

  private static boolean lacksOne(List<FlowLogs.Network> networks) {
    return networks.stream()
        .anyMatch(
            one ->
                !one.logged() && one.failing().isEmpty() && LandingZone.of(one.name()).isEmpty());
  }

  private static void judge(
      FlowLogs flowLogs, String region, List<FlowLogs.Network> networks, Assessment.Builder here) {
    if (networks.isEmpty()) {
      here.ok(Note.of("no-networks"));
    }
    List<String> without = new ArrayList<>();
    for (FlowLogs.Network network : networks) {
      if (wantsFlowLog(network, here)) {
        without.add(network.vpcId());
      }
    }
    try {
      flowLogs.groups().kept(region, networks, here);
      if (!without.isEmpty()) {
        flowLogs.plan(region, without, here);
      } else if (networks.stream().anyMatch(one -> one.groups().contains(FlowLogs.NAME))) {
        flowLogs.groups().lengthen(region, here);
      }
    } catch (CallFailed e) {
      here.unseen(e.problem());
    }
  }

  /** Whether a network has no flow log and may get one; says how it stands. */
  private static boolean wantsFlowLog(FlowLogs.Network network, Assessment.Builder here) {
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

  private static void fold(
      List<Account.Observed<List<AccessLogs.LogFinding>>> regions, Assessment.Builder found) {
    for (Account.Observed<List<AccessLogs.LogFinding>> seen : regions) {
      Assessment.Builder here = found.in(seen.region());
      seen.problem().ifPresent(here::unseen);
      seen.value().ifPresent(lines -> lines.forEach(line -> line.say(here)));
    }
  }
}
