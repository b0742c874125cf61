package dev.firstday.engine.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a change needs a person for, in the middle of an apply. Without one it is not made. */
public sealed interface Ask {
  /** What stands behind {@code $ask} for the first of two codes. */
  String FIRST_CODE = "first-code";

  /** What stands behind {@code $ask} for the second of two codes. */
  String SECOND_CODE = "second-code";

  /** To be there: what comes of the change is of use only while the person is. */
  record Presence() implements Ask {}

  /**
   * To agree to this very change once more.
   *
   * @param optional whether the changes behind it make sense without it
   */
  record Consent(boolean optional) implements Ask {}

  /**
   * To read a generated password, which is shown once.
   *
   * @param tooWeak error codes that mean that a longer one is wanted
   */
  record NewUserPassword(String user, String signIn, Set<String> tooWeak) implements Ask {}

  /**
   * To put a seed into an authenticator app, and to type two codes that follow each other.
   *
   * @param seed where the seed is, as {@code CHANGE-ID#/path}
   * @param wrong error codes that mean that other codes are wanted
   */
  record MfaEnrolment(String user, String seed, Set<String> wrong) implements Ask {}

  /** As plans and the journal hold it. */
  default List<Object> data() {
    return switch (this) {
      case Presence presence -> List.of("presence");
      case Consent consent -> List.of("consent", consent.optional());
      case NewUserPassword password ->
          List.of(
              "password",
              password.user(),
              password.signIn(),
              List.copyOf(new TreeSet<>(password.tooWeak())));
      case MfaEnrolment codes ->
          List.of("codes", codes.user(), codes.seed(), List.copyOf(new TreeSet<>(codes.wrong())));
    };
  }
}
