package dev.firstday.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes calls, and where one can't go on without a person waits for the person and makes it again.
 *
 * <p>Nobody knows whose credentials there are after such a wait, so the account is asked for before
 * anything else.
 */
final class PatientCaller implements Caller {
  private final Caller caller;
  private final String accountId;
  private final Consumer<ApplyEvent> events;
  private final Patience patience;

  /** A call that may fail. */
  @FunctionalInterface
  private interface Call<T> {
    T make() throws CallFailed;
  }

  PatientCaller(Caller caller, String accountId, Consumer<ApplyEvent> events, Patience patience) {
    this.caller = caller;
    this.accountId = accountId;
    this.events = events;
    this.patience = patience;
  }

  @Override
  public String accountId() throws CallFailed {
    return patiently(caller::accountId);
  }

  @Override
  public Optional<Map<String, Object>> read(Read read) throws CallFailed {
    return patiently(() -> caller.read(read));
  }

  @Override
  public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
    return patiently(() -> caller.write(change, request));
  }

  /** A look at a step, had again after each wait; what a person does not wait for is the result. */
  Assessment look(Supplier<Assessment> look) {
    while (true) {
      Assessment seen = look.get();
      Optional<Problem> obstacle = seen.problem().filter(p -> p.kind().pauses());
      try {
        if (obstacle.isEmpty() || !wentOn(obstacle.get())) {
          return seen;
        }
      } catch (CallFailed e) {
        return Assessment.unseen(e.problem());
      }
    }
  }

  private <T> T patiently(Call<T> call) throws CallFailed {
    while (true) {
      try {
        return call.make();
      } catch (CallFailed e) {
        if (!wentOn(e.problem())) {
          throw e;
        }
      }
    }
  }

  /**
   * Waits if waiting can help.
   *
   * @throws CallFailed if the credentials are another account's now
   */
  private boolean wentOn(Problem obstacle) throws CallFailed {
    Problem inTheWay = obstacle;
    while (inTheWay.kind().pauses() && agreed(inTheWay)) {
      try {
        String now = caller.accountId();
        if (!now.equals(accountId)) {
          throw new CallFailed(otherAccount(obstacle, now), null);
        }
        events.accept(new ApplyEvent.Resumed());
        return true;
      } catch (CallFailed e) {
        if (!e.problem().kind().pauses()) {
          throw e;
        }
        inTheWay = e.problem();
      }
    }
    return false;
  }

  private boolean agreed(Problem obstacle) {
    Note remedy = caller.remedy(obstacle);
    events.accept(new ApplyEvent.Paused(obstacle, remedy));
    try {
      return patience.goOn(obstacle, remedy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Problem otherAccount(Problem obstacle, String now) {
    return new Problem(
        Problem.Kind.OTHER_ACCOUNT,
        obstacle.service(),
        obstacle.operation(),
        obstacle.region(),
        "",
        now,
        "",
        Optional.empty(),
        List.of());
  }
}
