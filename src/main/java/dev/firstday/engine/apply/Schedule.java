package dev.firstday.engine.apply;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What of an apply waits for what; everything else may run at the same time. */
record Schedule(Job job, ApplyOrder order) {
  /** The members of requests that name the thing a call is about. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?i).*(name|identifier|id|arn|bucket)");

  /** The steps that have to end before each of these begins, by its id. */
  Map<String, List<String>> steps(List<String> owners) {
    return before(owners, this::waitsForStep);
  }

  /** The changes that have to end before each of these changes of one step is made. */
  Map<Change, List<Change>> changes(List<Change> changes) {
    return before(changes, this::waitsForChange);
  }

  private static <K> Map<K, List<K>> before(List<K> all, BiPredicate<K, K> waits) {
    Map<K, List<K>> before = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      K one = all.get(i);
      before.put(
          one, all.subList(0, i).stream().filter(earlier -> waits.test(one, earlier)).toList());
    }
    return before;
  }

  private boolean waitsForStep(String step, String earlier) {
    return order.width() == 1
        || order.last().contains(step)
        || asksPerson(step)
        || asksPerson(earlier)
        || job.after().apply(step).contains(earlier)
        || planned(step).stream()
            .anyMatch(one -> planned(earlier).stream().anyMatch(other -> meet(one, other)));
  }

  /** Nothing else happens while a person is asked. */
  private boolean asksPerson(String step) {
    return job.person().isPresent()
        && planned(step).stream().anyMatch(one -> !one.change().asks().isEmpty());
  }

  private List<Plan.Planned> planned(String step) {
    return job.plan().changes().stream().filter(one -> one.steps().contains(step)).toList();
  }

  private static boolean meet(Plan.Planned one, Plan.Planned earlier) {
    return one.equals(earlier)
        || refersTo(one.change(), earlier.change())
        || concernSameThing(one.change(), earlier.change());
  }

  private static boolean refersTo(Change change, Change earlier) {
    return Placeholders.references(change.request()).contains(earlier.id());
  }

  /** AWS refuses to change some things while another change to them is under way. */
  private static boolean concernSameThing(Change one, Change other) {
    return one.service().equals(other.service())
        && one.region().equals(other.region())
        && one.request().entrySet().stream()
            .filter(member -> IDENTIFIER.matcher(member.getKey()).matches())
            .anyMatch(member -> member.getValue().equals(other.request().get(member.getKey())));
  }

  /** A step does the same in several Regions side by side, and all else in its order. */
  private boolean waitsForChange(Change change, Change earlier) {
    return order.width() == 1
        || !regional(change)
        || !regional(earlier)
        || change.region().equals(earlier.region())
        || refersTo(change, earlier);
  }

  private static boolean regional(Change change) {
    return change.asks().isEmpty() && List.of(change.id().split("/")).contains(change.region());
  }
}
