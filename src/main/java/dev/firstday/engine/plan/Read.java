package dev.firstday.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An AWS read as data: the one that shows what a change has set.
 *
 * @param service the AWS CLI's name of the service
 * @param operation the API's name of the operation
 * @param request the request, by the API's member names
 * @param fields paths ({@code /PasswordPolicy/MinimumPasswordLength}) of the answer that the change
 *     decides; the rest may move by itself
 */
public record Read(
    String service,
    String operation,
    String region,
    Map<String, Object> request,
    List<String> fields) {

  public Read with(Function<String, Object> value) {
    return new Read(service, operation, region, Placeholders.replaced(request, value), fields);
  }
}
