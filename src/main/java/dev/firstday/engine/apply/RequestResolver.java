package dev.firstday.engine.apply;

import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Secret;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The request of a change on its way to the call: what its placeholders stand for, and the person
 * who is asked for it.
 */
final class RequestResolver implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Change change;
  private final Optional<Person> person;
  private final Function<String, Object> earlier;
  private final FaultLog faults;
  private int length = OneTimePassword.LENGTH;
  private Optional<Secret> password = Optional.empty();
  private Optional<Person.Codes> codes = Optional.empty();

  RequestResolver(Change change, Job job, Function<String, Object> earlier) {
    this.change = change;
    this.person = job.person();
    this.earlier = earlier;
    this.faults = job.faults();
  }

  /** Whether the person agrees, where that is wanted. */
  boolean agreed(Plan.Planned planned) throws InterruptedException {
    boolean wanted = change.asks().stream().anyMatch(Ask.Consent.class::isInstance);
    return !wanted || person.orElseThrow().agrees(planned);
  }

  /**
   * Asks for what only a person has; says whether there is all that the call needs.
   *
   * @throws CallFailed if it can't be told what to ask for
   */
  boolean prepare(Optional<Problem> refused) throws CallFailed, InterruptedException {
    for (Ask ask : change.asks()) {
      switch (ask) {
        case Ask.Presence presence -> {}
        case Ask.Consent consent -> {}
        case Ask.NewUserPassword wanted -> {
          length = refused.isEmpty() ? length : Math.min(2 * length, OneTimePassword.LONGEST);
          password.ifPresent(Secret::close);
          password = Optional.of(OneTimePassword.make(length, RANDOM));
        }
        case Ask.MfaEnrolment wanted -> {
          forgetCodes();
          Person.Enrolment enrolment =
              faults.caught(
                  change.id(),
                  false,
                  () -> new Person.Enrolment(wanted.user(), (Secret) earlier.apply(wanted.seed())));
          codes = person.orElseThrow().codes(enrolment, refused);
          if (codes.isEmpty()) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Whether another answer or another password may help. */
  boolean worthAnother(Problem problem) {
    return change.asks().stream()
        .anyMatch(
            ask ->
                switch (ask) {
                  case Ask.Presence presence -> false;
                  case Ask.Consent consent -> false;
                  case Ask.NewUserPassword wanted ->
                      wanted.tooWeak().contains(problem.code()) && length < OneTimePassword.LONGEST;
                  case Ask.MfaEnrolment wanted -> wanted.wrong().contains(problem.code());
                });
  }

  Map<String, Object> filled() {
    return Placeholders.replaced(change.request(), this::value);
  }

  private Object value(String key, String name) {
    return switch (key) {
      case Placeholders.SECRET -> password.orElseThrow();
      case Placeholders.ASK -> code(name);
      default -> earlier.apply(name);
    };
  }

  private Secret code(String name) {
    return switch (name) {
      case Ask.FIRST_CODE -> codes.orElseThrow().first();
      case Ask.SECOND_CODE -> codes.orElseThrow().second();
      default -> throw new IllegalArgumentException("nobody can be asked for " + name);
    };
  }

  void reveal() throws InterruptedException {
    for (Ask ask : change.asks()) {
      if (ask instanceof Ask.NewUserPassword set) {
        person
            .orElseThrow()
            .reveal(new Person.NewPassword(set.user(), set.signIn(), password.orElseThrow()));
      }
    }
  }

  private void forgetCodes() {
    codes.ifPresent(
        typed -> {
          typed.first().close();
          typed.second().close();
        });
  }

  @Override
  public void close() {
    password.ifPresent(Secret::close);
    forgetCodes();
  }
}
