package dev.firstday.engine.plan;

import dev.firstday.catalog.Note;
import java.util.List;
import java.util.Optional;

/**
 * Whether whoever is signed in may make the calls of a plan, as far as that can be tested without
 * making them: IAM actions, each in one of the lists.
 *
 * @param denied what no policy allows; one more policy would
 * @param forbidden what is denied whatever more policies there were
 * @param untested what could not be tested
 * @param why why something could not be tested, as a text of the messages
 */
public record PermissionReport(
    List<String> allowed,
    List<String> denied,
    List<String> forbidden,
    List<String> untested,
    Optional<Note> why) {

  /** Nothing of a plan could be tested. */
  public static final PermissionReport UNKNOWN =
      new PermissionReport(
          List.of(), List.of(), List.of(), List.of(), Optional.of(Note.of("rights.no-answer")));

  public boolean lacking() {
    return !denied.isEmpty() || !forbidden.isEmpty();
  }

  public int all() {
    return allowed.size() + denied.size() + forbidden.size() + untested.size();
  }
}
