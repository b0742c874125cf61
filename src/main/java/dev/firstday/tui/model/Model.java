package dev.firstday.tui.model;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.plan.Plan;
import dev.firstday.terminal.Glyphs;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Scroll;
import dev.firstday.tui.widgets.Size;
import dev.firstday.view.NextStep;
import dev.firstday.view.SessionSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything a screen may look at, at one moment. With it a screen's picture and its answer to a
 * key are the same every time.
 *
 * @param browser whether opening a page makes sense on this machine
 * @param known what the session knows; empty until somebody is signed in
 * @param made the changes made since the start
 * @param applying whether changes are being made now
 * @param log where the calls of this run are logged; empty if there were none
 * @param late the call that AWS made us wait for last
 * @param hint what to say in the status row, once
 */
public record Model(
    Size size,
    DisplayPreferences look,
    String version,
    Glyphs glyphs,
    boolean browser,
    Instant now,
    Supplier<ZoneId> zone,
    Optional<SessionSnapshot> known,
    List<Plan.Planned> made,
    boolean applying,
    Optional<String> log,
    Optional<Delay> late,
    Optional<String> hint) {

  public Model {
    made = List.copyOf(made);
  }

  /** The same at another size. */
  public Model resized(Size other) {
    return new Model(
        other, look, version, glyphs, browser, now, zone, known, made, applying, log, late, hint);
  }

  public Language language() {
    return look.language();
  }

  public Texts words() {
    return new Texts(language(), Optional.of(zone));
  }

  /** A text of the messages. */
  public String say(String key, Object... values) {
    return words().say(key, values);
  }

  /** A text of the messages as a row. */
  public Line line(String key, Object... values) {
    return Line.of(" " + say(key, values));
  }

  /** A text as it is read through the screen, from a line on. */
  public Scroll scroll(List<Line> lines, int first) {
    return new Scroll(lines, size.body(), first);
  }

  /** Columns that may be drawn into. */
  public int columns() {
    return size.usable();
  }

  public SessionSnapshot session() {
    return known.orElseThrow();
  }

  public Identity identity() {
    return session().identity();
  }

  public List<StepView> steps() {
    return session().steps();
  }

  private Progress standing() {
    return new Progress(steps());
  }

  public StepView step(String id) {
    return session().step(id);
  }

  /** The step's number in the list, from 1. */
  public int number(String id) {
    return standing().number(id);
  }

  /** Steps that firstday could do something for now. */
  public List<String> plannable() {
    return standing().plannable();
  }

  public static boolean plannable(StepView step) {
    return Progress.plannable(step);
  }

  /** Whether a person must answer something before a plan of these steps is whole. */
  public boolean answersMissing(Collection<String> ids) {
    return steps().stream()
        .filter(step -> ids.contains(step.id()))
        .flatMap(step -> step.assessment().stream())
        .anyMatch(seen -> !seen.missingAnswers().isEmpty());
  }

  /** What applying these steps would write, from the look at each that the screen shows. */
  public Plan plan(Collection<String> ids) {
    return session().plan(ids);
  }

  /** Steps that a person looks for first: something is left to do or to find out. */
  public List<String> open() {
    return standing().open().stream().map(StepView::id).toList();
  }

  public Optional<StepView> nextStep() {
    return NextStep.of(steps());
  }

  /** The next or the one before among the open steps, as seen from a step; goes round. */
  public Optional<String> neighbour(String from, int by) {
    List<String> open = open();
    int here = number(from);
    List<String> behind = open.stream().filter(id -> number(id) > here).toList();
    List<String> before = open.stream().filter(id -> number(id) < here).toList();
    if (by > 0) {
      return behind.stream().findFirst().or(() -> before.stream().findFirst());
    }
    return Optional.of(before.isEmpty() ? behind : before)
        .filter(list -> !list.isEmpty())
        .map(List::getLast);
  }

  public long settled() {
    return standing().settled();
  }

  /** Steps that count: all but those the account need not have. */
  public long counted() {
    return standing().counted();
  }

  /** What the open steps take a person. */
  public int minutesLeft() {
    return standing().minutesLeft();
  }

  /** What the account will cost a month more once the open steps are done. */
  public BigDecimal usdLeft() {
    return standing().usdLeft();
  }

  /**
   * Steps that somebody else, or AWS, has changed since the wizard was last used here; what was
   * done in this session is told elsewhere.
   *
   * @param settled those that got done, or those that are open again
   */
  public List<StepView> changedSince(boolean settled) {
    return standing().changedSince(session().before(), made, settled);
  }

  public long needPerson() {
    return standing().needPerson();
  }

  public boolean checking() {
    return steps().stream().anyMatch(StepView::checking);
  }
}
