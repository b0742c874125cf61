package dev.firstday.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ordered changes that would turn findings into {@code DONE}. Equal changes of several steps
 * are one change with several owners.
 *
 * @param changes what would be written, in this order
 * @param unseen ids of the chosen steps of which something could not be seen: there may be more to
 *     write for them
 */
public record Plan(String accountId, List<Planned> changes, List<String> unseen) {

  /**
   * A change of a plan.
   *
   * @param steps the ids of the steps that want it
   */
  public record Planned(Change change, List<String> steps) {}

  public Plan {
    changes = List.copyOf(changes);
    unseen = List.copyOf(unseen);
  }

  public Plan(String accountId, List<Planned> changes) {
    this(accountId, changes, List.of());
  }

  public long count(Effect effect) {
    return changes.stream().filter(planned -> planned.change().effect() == effect).count();
  }

  /**
   * The plan of what each step is missing, by its id, in the order of an apply.
   *
   * @throws IllegalStateException if two steps have different changes under one id
   */
  public static Plan of(String accountId, Map<String, List<Change>> byStep) {
    Map<String, Planned> planned = new LinkedHashMap<>();
    byStep.forEach(
        (step, changes) ->
            changes.forEach(
                change ->
                    planned.merge(
                        change.id(), new Planned(change, List.of(step)), Plan::oneOwnerMore)));
    return new Plan(accountId, new ArrayList<>(planned.values()));
  }

  /**
   * Makes a plan of what these steps are missing. A change that needs one of another step is in it
   * only together with that one.
   *
   * @param looks how each step stands, by its id, in the order of an apply
   */
  public static Plan from(String accountId, Map<String, ? extends MissingChanges> looks) {
    Set<String> ready =
        looks.values().stream()
            .flatMap(look -> look.ready().stream())
            .map(Change::id)
            .collect(Collectors.toSet());
    Map<String, List<Change>> byStep = new LinkedHashMap<>();
    looks.forEach(
        (step, look) ->
            byStep.put(
                step,
                look.changes().stream()
                    .filter(
                        change ->
                            !look.needs().containsKey(change.id())
                                || ready.contains(look.needs().get(change.id())))
                    .toList()));
    List<String> unseen =
        looks.entrySet().stream()
            .filter(look -> look.getValue().partlyUnseen())
            .map(Map.Entry::getKey)
            .toList();
    return new Plan(accountId, of(accountId, byStep).complete(), unseen);
  }

  /** The changes without those that refer to one that is not in the plan. */
  private List<Planned> complete() {
    List<Planned> some = new ArrayList<>(changes);
    while (true) {
      Set<String> ids = some.stream().map(one -> one.change().id()).collect(Collectors.toSet());
      if (!some.removeIf(
          one -> !ids.containsAll(Placeholders.references(one.change().request())))) {
        return some;
      }
    }
  }

  private static Planned oneOwnerMore(Planned before, Planned other) {
    if (!before.change().equals(other.change())) {
      throw new IllegalStateException("two different changes are called " + before.change().id());
    }
    List<String> steps = new ArrayList<>(before.steps());
    steps.addAll(other.steps());
    return new Planned(before.change(), List.copyOf(steps));
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether each of these changes is in the plan just as it is. */
  public boolean covers(Collection<Change> some) {
    return some.stream()
        .allMatch(change -> changes.stream().anyMatch(planned -> planned.change().equals(change)));
  }

  public Plan unattended() {
    List<Change> some = unattended(changes.stream().map(Planned::change).toList());
    return new Plan(
        accountId,
        changes.stream().filter(planned -> some.contains(planned.change())).toList(),
        unseen);
  }

  /** Those changes that need no person, nor a value that only such a change yields. */
  public static List<Change> unattended(List<Change> changes) {
    Set<String> left = new HashSet<>();
    List<Change> some = new ArrayList<>();
    for (Change change : changes) {
      boolean alone =
          change.asks().isEmpty()
              && Collections.disjoint(left, Placeholders.references(change.request()));
      if (alone) {
        some.add(change);
      } else {
        left.add(change.id());
      }
    }
    return some;
  }

  /**
   * A short name of just this plan: the same changes have the same name, whichever process asks.
   */
  public String id() {
    List<Object> data = new ArrayList<>();
    data.add(accountId);
    changes.forEach(planned -> data.add(List.of(ChangeData.of(planned.change()), planned.steps())));
    return CanonicalForm.digest(data, 4);
  }

  /** A plan that a person, or a script on a person's behalf, has agreed to. */
  public static final class Confirmed {
    private final Plan plan;

    private Confirmed(Plan plan) {
      this.plan = plan;
    }

    public Plan plan() {
      return plan;
    }
  }

  /** Agrees to the plan if these are the last four digits of its account. */
  public Optional<Confirmed> confirm(String lastFour) {
    return accountId.endsWith(lastFour) && lastFour.length() == 4
        ? Optional.of(new Confirmed(this))
        : Optional.empty();
  }
}
