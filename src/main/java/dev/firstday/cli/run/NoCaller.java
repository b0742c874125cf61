package dev.firstday.cli.run;

import dev.firstday.engine.account.Caller;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Read;
import java.util.Map;
import java.util.Optional;

/** Writes nothing: the caller of an account that is only looked at. */
final class NoCaller implements Caller {
  @Override
  public String accountId() {
    throw refused();
  }

  @Override
  public Receipt write(Change change, Map<String, Object> request) {
    throw refused();
  }

  @Override
  public Optional<Map<String, Object>> read(Read read) {
    throw refused();
  }

  private static IllegalStateException refused() {
    return new IllegalStateException("this account is only looked at");
  }
}
