package dev.firstday.aws.operations;

/** Hears of every call, practice included; may refuse it by throwing before it is made. */
@FunctionalInterface
public interface CallListener {
  /** Hears nothing. */
  CallListener NONE = new Deaf();

  /**
   * A call is about to be made.
   *
   * @param service the SDK's id of the service, as {@code CloudWatch Logs}
   * @param operation the API's name of the operation
   * @param region the client's Region
   */
  void calling(String service, String operation, String region);

  /**
   * A call has had no good answer for a while, and is still waited for or tried again.
   *
   * @param attempt which attempt this is, from 1
   * @param of how many there will be at most
   */
  default void late(String service, String operation, String region, int attempt, int of) {}

  /** A call is over, well or not. */
  default void ended(String service, String operation, String region, CallEnd end) {}

  /** Clients are closed: nothing is called through them any more. */
  default void closed() {}

  /** Hears nothing; a class, because a lambda would be made anew at each start. */
  final class Deaf implements CallListener {
    private Deaf() {}

    @Override
    public void calling(String service, String operation, String region) {}
  }
}
