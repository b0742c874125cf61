package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what is wrong with users' credentials: of the first of those who may fail by reading them
 * directly, of the others as the credential report has them.
 */
final class CredentialAudit {
  /** The code of the finding about users of whom nothing is known yet. */
  static final String NOT_IN_REPORT = "not-in-report";

  /** How many users are read directly; the others are told as the report has them. */
  private static final int DIRECT = 40;

  private final Account account;
  private final Answers answers;
  private final Set<String> administrators;
  private final CredentialReport report;

  /** What the report says of users, where it says all that they are judged by. */
  private final Map<String, UserCredentials> reported = new HashMap<>();

  CredentialAudit(
      Account account, Answers answers, Set<String> administrators, CredentialReport report) {
    this.account = account;
    this.answers = answers;
    this.administrators = administrators;
    this.report = report;
  }

  /** A user as read just now, or why not. */
  private record ObservedUser(Optional<UserCredentials> user, Optional<Problem> problem) {
    static ObservedUser of(Account account, String user) {
      try {
        return new ObservedUser(Optional.of(UserCredentials.read(account, user)), Optional.empty());
      } catch (CallFailed e) {
        return new ObservedUser(Optional.empty(), Optional.of(e.problem()));
      }
    }
  }

  /** What is wrong with users; says of whom that could not be seen. */
  List<UserFault> faults(List<String> users, Assessment.Builder found) {
    List<String> suspects = suspects(users);
    Map<String, ObservedUser> seen = direct(suspects);
    seen.values().stream()
        .flatMap(one -> one.problem().stream())
        .collect(Collectors.toMap(Problem::call, Function.identity(), (a, b) -> a, TreeMap::new))
        .values()
        .forEach(problem -> found.apart().unseen(problem));
    List<UserFault> faults = new ArrayList<>();
    int unknown = 0;
    for (String user : suspects) {
      if (seen.containsKey(user)) {
        seen.get(user).user().map(this::faults).ifPresent(faults::addAll);
      } else if (reported.containsKey(user)) {
        // The report has no ids of keys.
        faults(reported.get(user)).forEach(fault -> faults.add(fault.withoutKey()));
      } else {
        unknown++;
      }
    }
    if (unknown > 0) {
      found.missing(Note.of(NOT_IN_REPORT, UserMfaStep.number(unknown)));
    }
    return faults;
  }

  /** Who may fail: all but those whom the report shows to be as they should. */
  private List<String> suspects(List<String> users) {
    for (String user : users) {
      report
          .user(user)
          .flatMap(row -> UserCredentials.reported(user, row))
          .ifPresent(credentials -> reported.put(user, credentials));
    }
    // Those who were made since the report are not in it, and those who are gone still are.
    return users.stream()
        .filter(user -> !reported.containsKey(user) || !faults(reported.get(user)).isEmpty())
        .toList();
  }

  private List<UserFault> faults(UserCredentials credentials) {
    return UserFault.of(
        credentials, administrators.contains(credentials.user()), report.generated());
  }

  /** Users as they are now: owners of the named keys, who is in no report, and then the first. */
  private Map<String, ObservedUser> direct(List<String> suspects) {
    Set<String> owners = suspects.size() > DIRECT ? owners() : Set.of();
    List<String> first =
        suspects.stream()
            .sorted(
                Comparator.comparing((String user) -> !owners.contains(user))
                    .thenComparing(reported::containsKey))
            .limit(DIRECT)
            .toList();
    List<ObservedUser> observed = account.inParallel(first, user -> ObservedUser.of(account, user));
    Map<String, ObservedUser> seen = new HashMap<>();
    for (int i = 0; i < observed.size(); i++) {
      seen.put(first.get(i), observed.get(i));
    }
    return seen;
  }

  /** Whose the keys are that a person named; the report has no ids of keys. */
  private Set<String> owners() {
    List<String> keys = answers.list("deactivate").stream().distinct().toList();
    return account.inParallel(keys, key -> UserCredentials.owner(account, key)).stream()
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
