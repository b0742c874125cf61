package dev.firstday.practice;

import dev.firstday.practice.model.PracticeState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Somebody at the console and at the mailbox who does what the wizard asks for: thirty seconds
 * after the wizard has looked some times whether it is done, it is.
 */
final class PersonInConsole {
  private static final Duration TAKES = Duration.ofSeconds(30);

  /** What only a person can do, and how the wizard looks for it. */
  private enum Errand {
    ROOT_MFA(
        "GetAccountSummary",
        3,
        model -> model.rootMfa == PracticeState.RootMfa.NONE,
        ConsoleAction.ASSIGN_ROOT_MFA),
    MAILS(
        "ListSubscriptionsByTopic",
        1,
        model -> model.topics.anyUnconfirmed(),
        ConsoleAction.CONFIRM_MAILS),
    USERS(
        "GetCredentialReport",
        3,
        model -> !model.people.withoutMfa().isEmpty(),
        ConsoleAction.FINISH_USER);

    private final String operation;
    private final int looks;
    private final Predicate<PracticeState> open;
    private final ConsoleAction action;

    Errand(String operation, int looks, Predicate<PracticeState> open, ConsoleAction action) {
      this.operation = operation;
      this.looks = looks;
      this.open = open;
      this.action = action;
    }
  }

  /** Something that is done at the console, with what it is done to. */
  record ConsoleVisit(ConsoleAction action, Map<String, Object> request) {}

  private final Clock clock;
  private final Map<Errand, Integer> looks = new EnumMap<>(Errand.class);
  private final Map<Errand, Instant> ready = new EnumMap<>(Errand.class);

  PersonInConsole(Clock clock) {
    this.clock = clock;
  }

  /** What the person has done, now that the wizard makes this call; each thing once only. */
  List<ConsoleVisit> acts(String operation, PracticeState model) {
    return Stream.of(Errand.values())
        .filter(errand -> errand.operation.equals(operation) && errand.open.test(model))
        .filter(this::isReady)
        .flatMap(errand -> visits(errand, model))
        .toList();
  }

  private boolean isReady(Errand errand) {
    if (looks.merge(errand, 1, Integer::sum) == errand.looks) {
      ready.put(errand, clock.instant().plus(TAKES));
    }
    boolean now = Optional.ofNullable(ready.get(errand)).filter(this::past).isPresent();
    if (now) {
      looks.remove(errand);
      ready.remove(errand);
    }
    return now;
  }

  private boolean past(Instant at) {
    return !clock.instant().isBefore(at);
  }

  private static Stream<ConsoleVisit> visits(Errand errand, PracticeState model) {
    return errand == Errand.USERS
        ? model.people.withoutMfa().stream()
            .map(name -> new ConsoleVisit(errand.action, Map.of("UserName", name)))
        : Stream.of(new ConsoleVisit(errand.action, Map.of()));
  }
}
