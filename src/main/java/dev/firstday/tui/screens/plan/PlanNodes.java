package dev.firstday.tui.screens.plan;

import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PlanState.Planning.Focus;
import dev.firstday.view.PlanOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a plan as far as they are unfolded: steps, their changes, the Regions of these. */
record PlanNodes(List<PlanNode> all) {
  /** A row of the tree. */
  sealed interface PlanNode {
    /** How far in it stands. */
    default int depth() {
      return 0;
    }

    /** By what its being open is kept; empty if there is nothing in it. */
    default Optional<String> key() {
      return Optional.empty();
    }

    /** The step that Space leaves out, or brings back. */
    default Optional<String> step() {
      return Optional.empty();
    }

    /** The change that its details tell of. */
    default Optional<Plan.Planned> change() {
      return Optional.empty();
    }
  }

  record StepNode(PlanOutline.Section section) implements PlanNode {
    @Override
    public Optional<String> key() {
      return step();
    }

    @Override
    public Optional<String> step() {
      return Optional.of(section.step());
    }
  }

  /** A change, in one Region or in several. */
  record ChangeNode(PlanOutline.Section section, PlanOutline.Row row) implements PlanNode {
    @Override
    public int depth() {
      return 1;
    }

    @Override
    public Optional<String> key() {
      return row.changes().size() == 1
          ? Optional.empty()
          : Optional.of(section.step() + "/" + row.changes().getFirst().change().id());
    }

    @Override
    public Optional<String> step() {
      return Optional.of(section.step());
    }

    @Override
    public Optional<Plan.Planned> change() {
      return Optional.of(row.changes().getFirst());
    }
  }

  /** A change in one of several Regions. */
  record RegionNode(PlanOutline.Section section, Plan.Planned planned) implements PlanNode {
    @Override
    public int depth() {
      return 2;
    }

    @Override
    public Optional<String> step() {
      return Optional.of(section.step());
    }

    @Override
    public Optional<Plan.Planned> change() {
      return Optional.of(planned);
    }
  }

  /** A step that was left out. */
  record LeftOutNode(String id) implements PlanNode {
    @Override
    public Optional<String> step() {
      return Optional.of(id);
    }
  }

  /** Something that an undo leaves as it is. */
  record KeptNode(UndoPlan.Kept kept) implements PlanNode {}

  static PlanOutline outline(PlanState.Planning state, Model model) {
    return PlanOutline.of(state.plan(), planned -> Labels.change(planned, model));
  }

  static PlanNodes of(PlanState.Planning state, Model model) {
    List<PlanNode> entries = new ArrayList<>();
    PlanOutline outline = outline(state, model);
    PlanOutline shown = state.tree().onlyForGood() ? outline.onlyForGood() : outline;
    shown.sections().forEach(section -> add(section, state, entries));
    state.steps().stream()
        .filter(state.left()::contains)
        .map(LeftOutNode::new)
        .forEach(entries::add);
    state.kept().stream().map(KeptNode::new).forEach(entries::add);
    return new PlanNodes(List.copyOf(entries));
  }

  private static void add(
      PlanOutline.Section section, PlanState.Planning state, List<PlanNode> entries) {
    if (!unfolds(new StepNode(section), state, entries)) {
      return;
    }
    for (PlanOutline.Row row : section.rows()) {
      if (unfolds(new ChangeNode(section, row), state, entries)) {
        row.changes().forEach(planned -> entries.add(new RegionNode(section, planned)));
      }
    }
  }

  /** Adds a row; whether what is in it follows. */
  private static boolean unfolds(PlanNode entry, PlanState.Planning state, List<PlanNode> entries) {
    entries.add(entry);
    return entry.key().filter(state.tree().unfolded()::contains).isPresent();
  }

  Optional<PlanNode> at(int row) {
    return all.stream().skip(row).findFirst();
  }

  /** In the tree Right opens a row, and is no way to Apply. */
  PlanState.Planning right(PlanState.Planning state) {
    if (state.focus() != Focus.CHANGES) {
      return state.at(Focus.APPLY);
    }
    return keyAtCursor(state)
        .filter(key -> !state.tree().unfolded().contains(key))
        .map(key -> state.look(state.tree().toggled(key)))
        .orElse(state);
  }

  /** In the tree Left closes a row, or goes to the row that this one stands in; then to Back. */
  PlanState.Planning left(PlanState.Planning state) {
    int cursor = state.tree().cursor();
    if (state.focus() != Focus.CHANGES || at(cursor).isEmpty()) {
      return state.at(Focus.BACK);
    }
    Optional<String> open = keyAtCursor(state).filter(state.tree().unfolded()::contains);
    int parent = parent(cursor);
    return open.map(key -> state.look(state.tree().toggled(key)))
        .orElseGet(
            () -> parent == cursor ? state.at(Focus.BACK) : state.look(state.tree().at(parent)));
  }

  /** The first arrow only brings the focus to the tree. */
  PlanState.Planning moved(PlanState.Planning state, int by) {
    int cursor = state.tree().cursor();
    int to = state.focus() == Focus.CHANGES ? cursor + by : cursor;
    return state.look(state.tree().at(Math.clamp(to, 0, all.size() - 1)));
  }

  private Optional<String> keyAtCursor(PlanState.Planning state) {
    return at(state.tree().cursor()).flatMap(PlanNode::key);
  }

  /** The row that a row stands in; the row itself where it stands in none. */
  private int parent(int row) {
    int above = row;
    while (above > 0 && all.get(above).depth() >= all.get(row).depth()) {
      above--;
    }
    return all.get(row).depth() == 0 ? row : above;
  }
}
