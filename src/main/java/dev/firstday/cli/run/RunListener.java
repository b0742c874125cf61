package dev.firstday.cli.run;

import dev.firstday.aws.operations.CallEnd;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.account.Delays;
import dev.firstday.state.RunLog;

/**
 * Hears of the calls of a run for the environment's own listener; calls that take long are told to
 * whoever wants to know, and each is written into the log.
 */
record RunListener(CallListener listener, Delays delays, RunLog log) implements CallListener {
  @Override
  public void calling(String service, String operation, String region) {
    listener.calling(service, operation, region);
  }

  @Override
  public void late(String service, String operation, String region, int attempt, int of) {
    delays.accept(new Delay(service + " " + operation, attempt, of));
  }

  @Override
  public void ended(String service, String operation, String region, CallEnd end) {
    log.add(end.line(service, operation, region));
  }

  @Override
  public void closed() {
    listener.closed();
  }
}
