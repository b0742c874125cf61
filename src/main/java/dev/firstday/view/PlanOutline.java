package dev.firstday.view;

import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A plan by its steps, the same change in several Regions told once. */
public record PlanOutline(List<Section> sections) {
  /**
   * What would be written for a step.
   *
   * @param step the id of the first step that wants it
   */
  public record Section(String step, List<Plan.Planned> changes, List<Row> rows) {
    /** What all of it does; {@link Effect#CHANGE} where that differs. */
    public Effect effect() {
      List<Effect> all = rows.stream().map(Row::effect).distinct().toList();
      return all.size() == 1 ? all.getFirst() : Effect.CHANGE;
    }

    /** The Regions that it is written in. */
    public List<String> regions() {
      return changes.stream().map(planned -> planned.change().region()).distinct().toList();
    }

    /** How many of its changes can't be taken back. */
    public int forGood() {
      return rows.stream().filter(Row::forGood).mapToInt(row -> row.changes().size()).sum();
    }

    /** The same step with only what can't be taken back. */
    private Section onlyForGood() {
      List<Row> some = rows.stream().filter(Row::forGood).toList();
      return new Section(step, some.stream().flatMap(row -> row.changes().stream()).toList(), some);
    }
  }

  /**
   * A change, in one Region or in several.
   *
   * @param sentence what it is for, with a place for the Regions where it names one
   * @param changes the calls, one for each Region
   */
  public record Row(String sentence, List<Plan.Planned> changes) {
    public Effect effect() {
      return changes.getFirst().change().effect();
    }

    /** Whether it can't be taken back. */
    public boolean forGood() {
      return changes.getFirst().change().undo().isEmpty();
    }

    public List<String> regions() {
      return changes.stream().map(planned -> planned.change().region()).toList();
    }

    /** The sentence with these words for the Regions, where it names any. */
    public String text(Function<List<String>, String> words) {
      return sentence.replace(ChangeGroup.REGION, words.apply(regions()));
    }
  }

  private record Likeness(Effect effect, String sentence, boolean forGood) {}

  /**
   * The outline of a plan. A change that several steps want is told at the first of them, so that
   * the steps add up to the plan.
   *
   * @param text the whole sentence about a change
   */
  public static PlanOutline of(Plan plan, Function<Plan.Planned, String> text) {
    return of(plan.changes(), text);
  }

  /** The outline of some changes of a plan, as those that are done. */
  public static PlanOutline of(
      Collection<Plan.Planned> changes, Function<Plan.Planned, String> text) {
    Map<String, List<Plan.Planned>> bySteps = new LinkedHashMap<>();
    changes.forEach(
        planned ->
            bySteps
                .computeIfAbsent(planned.steps().getFirst(), step -> new ArrayList<>())
                .add(planned));
    return new PlanOutline(
        bySteps.entrySet().stream()
            .map(step -> new Section(step.getKey(), step.getValue(), rows(step.getValue(), text)))
            .toList());
  }

  /** Only what can't be taken back. */
  public PlanOutline onlyForGood() {
    return new PlanOutline(
        sections.stream()
            .filter(section -> section.forGood() > 0)
            .map(Section::onlyForGood)
            .toList());
  }

  private static List<Row> rows(List<Plan.Planned> changes, Function<Plan.Planned, String> text) {
    Map<Likeness, List<Plan.Planned>> alike = new LinkedHashMap<>();
    for (Plan.Planned planned : changes) {
      String sentence = ChangeGroup.anywhere(text.apply(planned), planned.change().region());
      Likeness likeness =
          new Likeness(planned.change().effect(), sentence, planned.change().undo().isEmpty());
      alike.computeIfAbsent(likeness, key -> new ArrayList<>()).add(planned);
    }
    return alike.entrySet().stream()
        .map(row -> new Row(row.getKey().sentence(), List.copyOf(row.getValue())))
        .toList();
  }
}
