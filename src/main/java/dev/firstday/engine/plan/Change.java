package dev.firstday.engine.plan;

import dev.firstday.catalog.Note;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One AWS write as data.
 *
 * <p>The request holds maps, lists, texts, numbers and booleans only. {@code {"$ref":
 * "CHANGE-ID#/path"}} stands for a value of an earlier change's response, {@code {"$secret":
 * "name"}} for one that is put in at the call and written down nowhere, {@code {"$ask": "name"}}
 * for what a person is asked for just before it.
 *
 * @param id stable name; equal changes of several steps have the same
 * @param service the AWS CLI's name of the service
 * @param operation the API's name of the operation
 * @param request the request, by the API's member names
 * @param why its text, under the step's changes in the catalogue
 * @param shows the read that shows it
 * @param undo what takes it back, in this order; one that would lose data is shown, by its own
 *     {@code shows}, whether there is any
 * @param waitFor what it has to wait for
 * @param asks what it needs a person for; without one it is not made
 */
public record Change(
    String id,
    Effect effect,
    String service,
    String operation,
    String region,
    Map<String, Object> request,
    Note why,
    Optional<Read> shows,
    List<Change> undo,
    Optional<WaitFor> waitFor,
    List<Ask> asks) {

  public Change {
    asks = List.copyOf(asks);
  }

  /** A change that can be made without a person. */
  public Change(
      String id,
      Effect effect,
      String service,
      String operation,
      String region,
      Map<String, Object> request,
      Note why,
      Optional<Read> shows,
      List<Change> undo,
      Optional<WaitFor> waitFor) {
    this(id, effect, service, operation, region, request, why, shows, undo, waitFor, List.of());
  }

  /**
   * The code of a note that stands for "what takes this back"; with values, the first is the code
   * of the note of what is taken back, and the rest are its values.
   */
  public static final String UNDO = "undo";

  /** The code of an undo that would lose data; its value is the command that does it anyway. */
  public static final String UNDO_OF_DATA = "undo-of-data";

  /** What is called: the service and the operation. */
  public String call() {
    return service + " " + operation;
  }

  /** Whether both are the same call, but for values that only an answer tells. */
  public boolean isCallOf(Change other) {
    boolean known = Placeholders.allReferences(other.request).isEmpty();
    return service.equals(other.service)
        && operation.equals(other.operation)
        && region.equals(other.region)
        && (!known || request.equals(other.request));
  }

  /** The same change with its placeholders replaced, those of its undo and of its read too. */
  public Change with(Function<String, Object> value) {
    return new Change(
        id,
        effect,
        service,
        operation,
        region,
        Placeholders.replaced(request, value),
        why,
        shows.map(read -> read.with(value)),
        undo.stream().map(change -> change.with(value)).toList(),
        waitFor,
        asks);
  }

  /** The same change under another name, for another reason. */
  public Change as(String newId, Note reason) {
    return new Change(
        newId, effect, service, operation, region, request, reason, shows, undo, waitFor, asks);
  }
}
