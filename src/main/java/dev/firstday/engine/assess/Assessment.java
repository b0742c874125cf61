package dev.firstday.engine.assess;

import dev.firstday.catalog.Control;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.MissingChanges;
import java.math.BigDecimal;
import java.util.ArrayList;
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
 * @param facts what controls of published lists rest on, by code; no part of the verdict
 */
public record Assessment(
    Optional<Verdict> fixed,
    List<Finding> findings,
    List<Change> changes,
    Map<String, String> needs,
    Optional<Waiting> waiting,
    Set<String> missingAnswers,
    Map<String, BigDecimal> quantities,
    Set<String> uses,
    Map<String, Judgement> facts)
    implements MissingChanges {

  public Assessment {
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
  }

  public Verdict verdict() {
    Verdict seen = partlyUnseen() ? Verdict.UNSEEN : Verdict.DONE;
    return fixed.orElse(has(Finding.Kind.MISSING) ? Verdict.TODO : seen);
  }

  private boolean has(Finding.Kind kind) {
    return findings.stream().anyMatch(finding -> finding.kind() == kind);
  }

  /** Why the first thing could not be read. */
  public Optional<Problem> problem() {
    return findings.stream().flatMap(finding -> finding.problem().stream()).findFirst();
  }

  public static Builder builder() {
    AssessmentBuilder draft = new AssessmentBuilder();
    return new Builder(draft, draft.whole, Optional.empty());
  }

  /** The assessment of a step that this account can't or need not have. */
  public static Assessment notApplicable(Note reason) {
    return builder().info(reason).fixed(Verdict.NOT_APPLICABLE).build();
  }

  public static Assessment unattested() {
    return builder().fixed(Verdict.UNATTESTED).build();
  }

  /** Whether a fact of the step is so; one that nobody has stated is not judged. */
  public Judgement fact(String code) {
    if (!code.equals(Control.STEP_DONE)) {
      return facts.getOrDefault(code, Judgement.NOT_JUDGED);
    }
    return switch (verdict()) {
      case DONE -> Judgement.MET;
      case TODO -> Judgement.NOT_MET;
      // What a person attests is no evidence, and what is not needed is not met.
      case UNSEEN, NOT_APPLICABLE, ATTESTED, UNATTESTED -> Judgement.NOT_JUDGED;
    };
  }

  /** Whether a control is met as far as this step has a part in it. */
  public Judgement judge(Control control) {
    return Judgement.all(control.facts().stream().map(this::fact));
  }

  /** Whether the step is set up, as far as that can be done by writing. */
  public boolean standing() {
    return Set.of(Verdict.DONE, Verdict.UNSEEN).contains(verdict())
        || waiting.isPresent() && changes.isEmpty();
  }

  @Override
  public boolean partlyUnseen() {
    return has(Finding.Kind.UNSEEN);
  }

  @Override
  public List<Change> ready() {
    return changes.stream().filter(change -> !needs.containsKey(change.id())).toList();
  }

  /** The same assessment with another verdict, for a reason. */
  public Assessment as(Verdict verdict, Note reason) {
    List<Finding> told = new ArrayList<>(findings);
    told.add(Finding.info(reason));
    return new Assessment(
        Optional.of(verdict),
        told,
        changes,
        needs,
        waiting,
        missingAnswers,
        quantities,
        uses,
        facts);
  }

  public static Assessment unseen(Problem problem) {
    return builder().unseen(problem).build();
  }

  /**
   * Collects findings and changes, on one thread. A change that comes behind something that could
   * not be read is held back, as it may depend on it: in the same Region, in the same part of the
   * step, or anywhere where what could not be read concerns the whole step.
   */
  public static final class Builder {
    private final AssessmentBuilder draft;
    private final AssessmentBuilder.BuilderScope scope;
    private final Optional<String> needed;

    private Builder(
        AssessmentBuilder draft, AssessmentBuilder.BuilderScope scope, Optional<String> needed) {
      this.draft = draft;
      this.scope = scope;
      this.needed = needed;
    }

    /** The same assessment, for what is found in a Region. */
    public Builder in(String region) {
      return new Builder(draft, scope.in(region), needed);
    }

    /** The same assessment, for a part on which no other part depends. */
    public Builder apart() {
      return new Builder(draft, scope.apart(), needed);
    }

    /** The same assessment, for changes that have to wait for one of another step, by its id. */
    public Builder behind(Optional<String> change) {
      return new Builder(draft, scope, change);
    }

    public Builder ok(Note note) {
      return add(Finding.Kind.OK, note, Optional.empty());
    }

    public Builder missing(Note note) {
      return add(Finding.Kind.MISSING, note, Optional.empty());
    }

    /** One part, as it should be or missing. */
    public Builder check(boolean good, Note ok, Note missing) {
      return good ? ok(ok) : missing(missing);
    }

    public Builder info(Note note) {
      return add(Finding.Kind.INFO, note, Optional.empty());
    }

    public Builder unseen(Problem problem) {
      return holdBack().add(Finding.Kind.UNSEEN, Finding.noteOf(problem), Optional.of(problem));
    }

    /** Holds back what comes behind: it depends on something that could not be read. */
    public Builder holdBack() {
      scope.holdBack();
      return this;
    }

    private Builder add(Finding.Kind kind, Note note, Optional<Problem> problem) {
      draft.findings.add(new Finding(kind, note, scope.region(), problem));
      return this;
    }

    /** A change that would mend what is missing; several Regions may want the same. */
    public Builder change(Change change) {
      needed.ifPresent(id -> draft.needs.put(change.id(), id));
      draft.add(change, scope);
      return this;
    }

    public Builder missingAnswer(String key) {
      return draft.missingAnswers.add(key) ? missing(Note.of(Finding.ANSWER_MISSING, key)) : this;
    }

    /**
     * States something that controls rest on, and that is no part of the verdict. Stated of several
     * things, it holds if it does of all.
     */
    public Builder fact(String code, Judgement judgement) {
      draft.facts.merge(code, judgement, Judgement::and);
      return this;
    }

    public Builder fact(String code, boolean holds) {
      return fact(code, Judgement.of(holds));
    }

    public Builder pending(Note reason) {
      return missing(reason).waiting(new Waiting(reason, Optional.empty()));
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
     * The id of a change whose result several steps share: an undo of one leaves it to the others.
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
      return draft.build();
    }
  }
}
