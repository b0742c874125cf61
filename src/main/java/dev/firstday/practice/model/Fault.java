package dev.firstday.practice.model;

import java.util.Optional;

/** Makes calls fail. */
@FunctionalInterface
public interface Fault {
  /**
   * What to throw instead of an answer; empty to answer.
   *
   * @param service the AWS CLI's name of the service
   * @param operation the API's name of the operation
   */
  Optional<? extends RuntimeException> instead(String service, String operation);
}
