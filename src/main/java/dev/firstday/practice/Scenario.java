package dev.firstday.practice;

import dev.firstday.aws.operations.Reads;
import dev.firstday.practice.model.Errors;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** How a practice account stands when nobody has worked on it yet. */
public enum Scenario {
  /** Opened today: nothing is set. */
  NEW,
  /** Somebody began by hand: some things are there, some are weak or wrong. */
  HALF_DONE,
  /** As new, but much is not allowed: by the person's own policies, and by the organization's. */
  DENIED,
  /** As new, but AWS asks for fewer calls at first; who looks again gets an answer. */
  THROTTLED,
  /** No call gets an answer. */
  OFFLINE,
  /** As new, but every answer takes its time. */
  SLOW;

  /** Services that are quick to ask for fewer calls. */
  private static final Set<String> BUSY =
      Set.of("ce", "cloudwatch", "configservice", "guardduty", "logs");

  private static final int THROTTLED_CALLS = 3;

  private static final String NOT_ALLOWED =
      "User: %s is not authorized to perform: %s on resource: %s because no identity-based policy"
          + " allows the %2$s action";
  private static final String FORBIDDEN =
      "User: %s is not authorized to perform: %s on resource: %s with an explicit deny in a service"
          + " control policy";

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The scenario of a name. */
  public static Optional<Scenario> of(String id) {
    return Stream.of(values()).filter(scenario -> scenario.id().equals(id)).findFirst();
  }

  /** How long every call takes in this scenario. */
  Duration latency() {
    return this == SLOW ? Duration.ofMillis(2500) : Duration.ZERO;
  }

  void prepare(PracticeState model) {
    // Whoever is signed in: made with the account, an administrator without MFA.
    People.UserRecord aoi = model.people.add(new People.UserRecord("aoi", model.opened));
    aoi.password = Optional.of(model.opened);
    aoi.policies.add(People.ADMINISTRATOR);
    switch (this) {
      case NEW, THROTTLED, OFFLINE, SLOW -> {}
      // A service control policy binds the members of an organization only.
      case DENIED -> model.managementAccount = Optional.of("210987654321");
      case HALF_DONE -> HalfDoneAccount.prepare(model);
    }
  }

  void restrict(PracticeAccount account) {
    switch (this) {
      case NEW, HALF_DONE, SLOW -> {}
      case THROTTLED -> {
        Map<String, Integer> calls = new ConcurrentHashMap<>();
        account.add(
            (service, operation) ->
                Optional.of(Errors.throttled())
                    .filter(
                        error ->
                            BUSY.contains(service)
                                && Reads.find(service + ":" + operation).isPresent()
                                && calls.merge(operation, 1, Integer::sum) <= THROTTLED_CALLS));
      }
      case OFFLINE -> account.add((service, operation) -> Optional.of(Errors.offline(service)));
      case DENIED -> {
        String contacts = "arn:aws:account::" + PracticeState.ACCOUNT_ID + ":account";
        String budgets = "arn:aws:budgets::" + PracticeState.ACCOUNT_ID + ":budget/*";
        deny(account, NOT_ALLOWED, "account:PutAlternateContact", contacts);
        deny(account, NOT_ALLOWED, "account:DeleteAlternateContact", contacts);
        deny(account, NOT_ALLOWED, "account:PutContactInformation", contacts);
        deny(account, FORBIDDEN, "iam:UpdateAccountPasswordPolicy", "*");
        deny(account, NOT_ALLOWED, "budgets:ViewBudget", budgets);
      }
    }
  }

  private static void deny(PracticeAccount account, String text, String action, String resource) {
    account.deny(action, text.formatted(PracticeState.USER_ARN, action, resource));
  }
}
