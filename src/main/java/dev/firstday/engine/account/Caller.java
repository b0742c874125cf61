package dev.firstday.engine.account;

import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import java.util.Map;
import java.util.Optional;

/** The way to AWS, for reads and writes as data. */
public interface Caller {
  /**
   * The account that the credentials belong to now. They are read afresh; if they are of the same
   * account as before, all calls are made with them from now on, else none but this.
   */
  String accountId() throws CallFailed;

  /**
   * The same for a session that only the code of an MFA device renews.
   *
   * @param code six digits, which AWS takes once
   */
  default String accountId(Secret code) throws CallFailed {
    return accountId();
  }

  /** Whether such a code clears the way, and nobody but whoever waits can be asked for it. */
  default boolean wantsCode(Problem obstacle) {
    return false;
  }

  /**
   * Makes one write.
   *
   * @param request the change's request with its placeholders replaced
   */
  Receipt write(Change change, Map<String, Object> request) throws CallFailed;

  /**
   * Makes one read.
   *
   * @return the answer, by the API's member names; empty if AWS says that there is no such thing
   */
  Optional<Map<String, Object>> read(Read read) throws CallFailed;

  /**
   * The same, where looks are had at the same time: a read that one of them has made since what was
   * read was last forgotten is not made again.
   */
  default Optional<Map<String, Object>> share(Read read) throws CallFailed {
    return read(read);
  }

  /**
   * What of an undo is not what takes a change back: an undo comes from a file, and only what the
   * change itself leads to is called. Nothing is called to find out.
   *
   * @param change the change, the values of its answer in their places
   * @return a path of the undo's request, or a name; empty if the undo is the change's own
   */
  default Optional<String> foreign(Change change, Change undo) {
    return Optional.of(undo.operation());
  }

  /**
   * The read that shows the tag that firstday puts on what it creates, where a thing is worth
   * asking: without the tag it is not ours, whatever a file says.
   */
  default Optional<Read> tag(Change change) {
    return Optional.empty();
  }

  /**
   * What a person does about something that is in the way of every call, as a text of the messages.
   */
  default Note remedy(Problem obstacle) {
    return Note.of("remedy." + obstacle.kind());
  }

  /**
   * Whether whoever is signed in may make the calls of a plan. It only reads, and what can't be
   * read is never an error.
   */
  default PermissionReport rights(Plan plan, Identity identity) {
    return PermissionReport.UNKNOWN;
  }

  /**
   * What AWS answered.
   *
   * @param response the answer, by the API's member names
   */
  record Receipt(String requestId, Map<String, Object> response) {}
}
