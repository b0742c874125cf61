package dev.firstday.steps.people;

import dev.firstday.catalog.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a user's credentials.
 *
 * @param key the id of the access key that it is about
 */
record UserFault(Note note, String user, Optional<String> key) {
  private static final Duration UNUSED = Duration.ofDays(45);
  private static final Duration OLD = Duration.ofDays(90);

  /** All that is wrong with a user's credentials. */
  static List<UserFault> of(UserCredentials credentials, boolean administrator, Instant now) {
    List<UserFault> faults = new ArrayList<>();
    String user = credentials.user();
    if (credentials.console() && !credentials.mfa()) {
      faults.add(new UserFault(Note.of("no-mfa", user), user, Optional.empty()));
    }
    for (UserCredentials.AccessKey key : credentials.keys()) {
      Optional<String> id = Optional.of(key.id());
      if (administrator) {
        faults.add(new UserFault(Note.of("administrator-key", user, key.id()), user, id));
      }
      long unused = days(key.used(), now);
      if (unused >= UNUSED.toDays()) {
        faults.add(new UserFault(Note.of("unused-key", user, key.id(), unused), user, id));
      }
      long old = days(key.created(), now);
      if (old >= OLD.toDays()) {
        faults.add(new UserFault(Note.of("old-key", user, key.id(), old), user, id));
      }
    }
    return faults;
  }

  private static long days(Instant since, Instant now) {
    return Duration.between(since, now).toDays();
  }

  /** The same, where the key's id is not known. */
  UserFault withoutKey() {
    return new UserFault(note, user, Optional.empty());
  }
}
