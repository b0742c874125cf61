package dev.firstday.engine.assess;

import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an assessment has collected so far. */
final class AssessmentBuilder {
  final BuilderScope whole = new BuilderScope(Optional.empty(), Optional.empty());

  final List<Finding> findings = new ArrayList<>();
  final Map<String, String> needs = new LinkedHashMap<>();
  final Set<String> missingAnswers = new LinkedHashSet<>();
  final Map<String, BigDecimal> quantities = new LinkedHashMap<>();
  final Set<String> uses = new LinkedHashSet<>();
  final Map<String, Judgement> facts = new LinkedHashMap<>();
  Optional<Verdict> fixed = Optional.empty();
  Optional<Waiting> waiting = Optional.empty();
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> held = new LinkedHashSet<>();

  /** A part of a step: its changes may depend on whatever was read for it or for its parents. */
  static final class BuilderScope {
    private final Optional<BuilderScope> parent;
    private final Optional<String> region;
    private final Map<String, BuilderScope> regions = new HashMap<>();
    private boolean unread;

    private BuilderScope(Optional<BuilderScope> parent, Optional<String> region) {
      this.parent = parent;
      this.region = region;
    }

    BuilderScope in(String name) {
      return regions.computeIfAbsent(
          name, wanted -> new BuilderScope(Optional.of(this), Optional.of(wanted)));
    }

    BuilderScope apart() {
      return new BuilderScope(Optional.of(this), region);
    }

    /** The Region that it is in; empty for what is in none. */
    Optional<String> region() {
      return region;
    }

    void holdBack() {
      unread = true;
    }

    private boolean holds() {
      return unread || parent.filter(BuilderScope::holds).isPresent();
    }
  }

  void add(Change change, BuilderScope scope) {
    if (scope.holds()) {
      held.add(change.id());
    } else if (!changes.contains(change)) {
      changes.add(change);
    }
  }

  Assessment build() {
    List<Change> kept = kept();
    List<Finding> told = new ArrayList<>(findings);
    long left = held.stream().filter(id -> kept.stream().noneMatch(c -> c.id().equals(id))).count();
    if (left > 0) {
      told.add(Finding.info(Note.of(Finding.HELD_BACK, left)));
    }
    return new Assessment(
        fixed,
        told,
        kept,
        Map.copyOf(needs),
        waiting,
        Set.copyOf(missingAnswers),
        Map.copyOf(quantities),
        Set.copyOf(uses),
        Map.copyOf(facts));
  }

  /** The changes without those that refer to one that is held back. */
  private List<Change> kept() {
    Set<String> gone = new HashSet<>(held);
    changes.forEach(change -> gone.remove(change.id()));
    List<Change> kept = new ArrayList<>(changes);
    while (kept.removeIf(change -> dependsOn(gone, change))) {
      changes.stream().filter(c -> !kept.contains(c)).map(Change::id).forEach(gone::add);
    }
    return kept;
  }

  private boolean dependsOn(Set<String> gone, Change change) {
    return Optional.ofNullable(needs.get(change.id())).filter(gone::contains).isPresent()
        || Placeholders.references(change.request()).stream().anyMatch(gone::contains);
  }
}
