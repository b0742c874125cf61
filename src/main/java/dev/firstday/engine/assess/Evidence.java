package dev.firstday.engine.assess;

import java.util.Comparator;
import java.util.Optional;

/**
 * A read that an assessment rests on: what AWS was asked, and the id under which it answered.
 *
 * @param service the AWS CLI's name of the service
 * @param error the error code, or what kind of trouble it was; empty if there was an answer
 * @param requestId the request id; empty if none came
 */
public record Evidence(
    String service, String operation, String region, Optional<String> error, String requestId) {

  /**
   * By service, operation, Region and answer: the order of threads is none, and that of request ids
   * is another one in every run.
   */
  public static final Comparator<Evidence> ORDER =
      Comparator.comparing(Evidence::call)
          .thenComparing(Evidence::region)
          .thenComparing(evidence -> evidence.error().orElse(""))
          .thenComparing(Evidence::requestId);

  public String call() {
    return service + ":" + operation;
  }
}
