package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Which events a trail takes: all management events, beside what was chosen. */
final class TrailEventSelectors {
  private TrailEventSelectors() {}

  static Change takeManagementEvents(
      Account account, Trail trail, GetEventSelectorsResponse selected) {
    var put = PutEventSelectorsRequest.builder().trailName(trail.name());
    var back = PutEventSelectorsRequest.builder().trailName(trail.name());
    if (selected.advancedEventSelectors().isEmpty()) {
      put.eventSelectors(basic(selected.eventSelectors()));
      back.eventSelectors(selected.eventSelectors());
    } else {
      put.advancedEventSelectors(advanced(selected.advancedEventSelectors()));
      back.advancedEventSelectors(selected.advancedEventSelectors());
    }
    return account
        .change("trail/events", put, trail.homeRegion())
        .verifiedBy(
            account.query(Reads.GET_EVENT_SELECTORS, read -> read.trailName(trail.name())),
            "/EventSelectors",
            "/AdvancedEventSelectors")
        .update(Note.of("events", trail.name()), back);
  }

  /** A selector of management events alone is a part of the new one. */
  private static List<EventSelector> basic(List<EventSelector> selected) {
    EventSelector managementEvents =
        EventSelector.builder()
            .readWriteType(ReadWriteType.ALL)
            .includeManagementEvents(true)
            .build();
    return Stream.concat(
            selected.stream().filter(selector -> !selector.dataResources().isEmpty()),
            Stream.of(managementEvents))
        .toList();
  }

  private static List<AdvancedEventSelector> advanced(List<AdvancedEventSelector> selected) {
    AdvancedFieldSelector category =
        AdvancedFieldSelector.builder().field("eventCategory").equalsValue("Management").build();
    AdvancedEventSelector managementEvents =
        AdvancedEventSelector.builder()
            // Prowler knows it by this name only.
            .name("Management events selector")
            .fieldSelectors(category)
            .build();
    return Stream.concat(selected.stream(), Stream.of(managementEvents)).toList();
  }
}
