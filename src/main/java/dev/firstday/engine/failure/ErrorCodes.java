package dev.firstday.engine.failure;

import java.util.regex.Pattern;

/** What the error codes of AWS have in common, although each service names them its own way. */
final class ErrorCodes {
  // Every service has its own name for it.
  private static final Pattern ABSENT =
      Pattern.compile(
          "NoSuch\\w*|\\w*\\.?\\w*NotFound\\w*|\\w*(NotExist|DoesNotExist)\\w*"
              + "|Unknown(Monitor|Subscription)Exception");

  // Not BucketAlreadyExists: such a bucket is somebody else's.
  private static final Pattern EXISTS =
      Pattern.compile(
          "(?!Bucket)\\w*AlreadyExists(Exception)?|BucketAlreadyOwnedByYou|DuplicateRecordException");

  private ErrorCodes() {}

  /** Whether a code says that what was asked for is not there. */
  static boolean absent(String code) {
    return ABSENT.matcher(code).matches();
  }

  /** Whether a code says that what was to be created is there already. */
  static boolean exists(String code) {
    return EXISTS.matcher(code).matches();
  }
}
