package dev.firstday.practice;

import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.WriteLog;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What a person does to the account without an API call: in the console, or in a mailbox. */
enum ConsoleAction {
  /** The account is opened; kept for the time at which that was. */
  OPEN_ACCOUNT("OpenAccount", (model, request) -> {}),
  /** The root user gets a passkey. */
  ASSIGN_ROOT_MFA(
      "AssignRootMfa", (model, request) -> model.rootMfa = PracticeState.RootMfa.PASSKEY),
  /** The link of every mail that SNS has sent is followed. */
  CONFIRM_MAILS("ConfirmMails", (model, request) -> model.topics.confirmAll()),
  /** The root user's access keys go. */
  DELETE_ROOT_KEYS("DeleteRootAccessKeys", (model, request) -> model.people.rootKeys = 0),
  /** A user gets a password and an MFA device. */
  FINISH_USER(
      "FinishUser",
      (model, request) ->
          model.people.finish(String.valueOf(request.get("UserName")), model.clock.instant()));

  /** Stands for a service in the log. */
  static final String SERVICE = "console";

  private final String operation;
  private final BiConsumer<PracticeState, Map<String, Object>> change;

  ConsoleAction(String operation, BiConsumer<PracticeState, Map<String, Object>> change) {
    this.operation = operation;
    this.change = change;
  }

  /** Does it, and returns the entry for the log. */
  WriteLog.LoggedWrite act(PracticeState model, Map<String, Object> request) {
    change.accept(model, request);
    return entry(request);
  }

  WriteLog.LoggedWrite entry(Map<String, Object> request) {
    return new WriteLog.LoggedWrite(SERVICE, operation, "", request);
  }

  /** Does again what an entry of the log says; what is unknown is passed over. */
  static void again(WriteLog.LoggedWrite entry, PracticeState model) {
    Stream.of(values())
        .filter(action -> action.operation.equals(entry.operation()))
        .forEach(action -> action.change.accept(model, entry.request()));
  }

  /** When somebody opened the account, if that was in an earlier run. */
  static Optional<Instant> opened(List<WriteLog.LoggedWrite> before) {
    return before.stream()
        .filter(entry -> entry.service().equals(SERVICE))
        .filter(entry -> entry.operation().equals(OPEN_ACCOUNT.operation))
        .map(entry -> String.valueOf(entry.request().get("at")))
        .flatMap(at -> instant(at).stream())
        .findFirst();
  }

  /** A time; empty if somebody has spoilt it. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
