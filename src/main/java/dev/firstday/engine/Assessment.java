package dev.firstday.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a step stands, what was seen, and the changes that are missing.
 *
 * <p>The verdict follows from the findings: {@code TODO} if any part is missing, else {@code
 * UNSEEN} if any could not be read, else {@code DONE}.
 *
 * @param fixed the verdict where no finding decides it
 * @param findings what was seen
 * @param changes what is missing, in the order it has to be written
 * @param needs of changes that can only be written after one of another step: their ids, each with
 *     that one's id
 * @param waiting what the step waits for, where nothing can be written now
 * @param missingAnswers settings without which the changes can't be made
 * @param quantities units a month by price id, where they differ from the catalogue's
 * @param uses ids of the changes whose results the step shares with others
 */
public record Assessment(
    Optional<Verdict> fixed,
    List<Finding> findings,
    List<Change> changes,
    Map<String, String> needs,
    Optional<Waiting> waiting,
    Set<String> missingAnswers,
    Map<String, BigDecimal> quantities,
    Set<String> uses) {

  public Assessment {
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
  }

  public Verdict verdict() {
    if (fixed.isPresent()) {
      return fixed.get();
    }
    if (has(Finding.Kind.MISSING)) {
      return Verdict.TODO;
    }
    return has(Finding.Kind.UNSEEN) ? Verdict.UNSEEN : Verdict.DONE;
  }

  private boolean has(Finding.Kind kind) {
    return findings.stream().anyMatch(finding -> finding.kind() == kind);
  }

  /** The first thing that could not be read. */
  public Optional<Problem> problem() {
    return findings.stream().flatMap(finding -> finding.problem().stream()).findFirst();
  }

  /** An assessment in the making. */
  public static Builder builder() {
    return new Builder(new Draft(), Optional.empty(), Optional.empty());
  }

  /** The assessment of a step that this account can't or need not have. */
  public static Assessment notApplicable(Note reason) {
    return builder().info(reason).fixed(Verdict.NOT_APPLICABLE).build();
  }

  /** The assessment of a step that no API shows, before anybody said anything. */
  public static Assessment unattested() {
    return builder().fixed(Verdict.UNATTESTED).build();
  }

  /** The same assessment with another verdict, and the reason for that. */
  Assessment with(Verdict verdict, Note reason) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(new Finding(Finding.Kind.INFO, reason, Optional.empty(), Optional.empty()));
    return new Assessment(
        Optional.of(verdict), more, changes, needs, waiting, missingAnswers, quantities, uses);
  }

  /** Whether the step is set up, as far as that can be done by writing. */
  boolean standing() {
    return verdict() == Verdict.DONE
        || verdict() == Verdict.UNSEEN
        || waiting.isPresent() && changes.isEmpty();
  }

  /** The changes that can be written as the account stands now. */
  public List<Change> ready() {
    return changes.stream().filter(change -> !needs.containsKey(change.id())).toList();
  }

  /** The assessment of a step of which nothing could be read. */
  public static Assessment unseen(Problem problem) {
    return builder().unseen(problem).build();
  }

  /** Collects findings and changes; not safe for use by several threads. */
  public static final class Builder {
    private final Draft draft;
    private final Optional<String> region;
    private final Optional<String> needed;

    private Builder(Draft draft, Optional<String> region, Optional<String> needed) {
      this.draft = draft;
      this.region = region;
      this.needed = needed;
    }

    /** The same assessment, for what is found in a Region. */
    public Builder in(String region) {
      return new Builder(draft, Optional.of(region), needed);
    }

    /**
     * The same assessment, for changes that have to wait for one of another step.
     *
     * @param change that one's id; empty if they can be written now
     */
    public Builder behind(Optional<String> change) {
      return new Builder(draft, region, change);
    }

    public Builder ok(Note note) {
      return add(Finding.Kind.OK, note, Optional.empty());
    }

    public Builder missing(Note note) {
      return add(Finding.Kind.MISSING, note, Optional.empty());
    }

    public Builder info(Note note) {
      return add(Finding.Kind.INFO, note, Optional.empty());
    }

    public Builder unseen(Problem problem) {
      Note note =
          problem.kind() == Problem.Kind.LEFT
              ? Note.of(Finding.LEFT)
              : Note.of(Finding.UNSEEN, problem.call());
      return add(Finding.Kind.UNSEEN, note, Optional.of(problem));
    }

    private Builder add(Finding.Kind kind, Note note, Optional<Problem> problem) {
      draft.findings.add(new Finding(kind, note, region, problem));
      return this;
    }

    /** A change that would mend what is missing; several Regions may want the same. */
    public Builder change(Change change) {
      needed.ifPresent(id -> draft.needs.put(change.id(), id));
      if (!draft.changes.contains(change)) {
        draft.changes.add(change);
      }
      return this;
    }

    /** An answer without which a change can't be made. */
    public Builder missingAnswer(String key) {
      return draft.missingAnswers.add(key) ? missing(Note.of(Finding.ANSWER_MISSING, key)) : this;
    }

    public Builder waiting(Waiting reason) {
      draft.waiting = Optional.of(reason);
      return this;
    }

    public Builder quantity(String price, BigDecimal units) {
      draft.quantities.put(price, units);
      return this;
    }

    /**
     * Something that several steps share, and that an undo of one leaves to the others.
     *
     * @param change the id of the change that makes it
     */
    public Builder uses(String change) {
      draft.uses.add(change);
      return this;
    }

    public Builder fixed(Verdict verdict) {
      draft.fixed = Optional.of(verdict);
      return this;
    }

    public Assessment build() {
      return new Assessment(
          draft.fixed,
          draft.findings,
          draft.changes,
          Map.copyOf(draft.needs),
          draft.waiting,
          Set.copyOf(draft.missingAnswers),
          Map.copyOf(draft.quantities),
          Set.copyOf(draft.uses));
    }
  }

  /** What was collected so far. */
  private static final class Draft {
    private Optional<Verdict> fixed = Optional.empty();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, String> needs = new LinkedHashMap<>();
    private Optional<Waiting> waiting = Optional.empty();
    private final Set<String> missingAnswers = new LinkedHashSet<>();
    private final Map<String, BigDecimal> quantities = new LinkedHashMap<>();
    private final Set<String> uses = new LinkedHashSet<>();
  }
}
