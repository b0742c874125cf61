package dev.firstday.tui.widgets;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.catalog.Text;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is said on the screen, in one language and for one place. */
public record ScreenTexts(Language language, Optional<Supplier<ZoneId>> zone) {
  public ScreenTexts(Language language) {
    this(language, Optional.empty());
  }

  /** A text of the full screen. */
  public String say(String key, Object... values) {
    return common("tui." + key, values);
  }

  public String say(String key, List<String> values) {
    return common("tui." + key, values.toArray());
  }

  /** A text that all front ends share. */
  public String common(String key, Object... values) {
    return Messages.in(language).text(key, values);
  }

  public String of(Text text) {
    return text.in(language);
  }

  private Texts wording() {
    return new Texts(language, zone);
  }

  /** Why a step is left out; empty where it isn't. */
  public Optional<String> skipped(StepView step) {
    return wording().skipped(step);
  }

  /** A finding as a sentence. */
  public String finding(StepEntry step, Finding finding) {
    return wording().finding(step, finding);
  }

  /** A note of a step: its own text if it has one, else the one that all steps share. */
  String note(StepEntry step, Note note) {
    return wording().note(step, note);
  }

  /** What a step waits for, and how long that may take. */
  public String waiting(StepEntry step, Waiting waiting) {
    return wording().waiting(step, waiting);
  }

  /** What a step waits for, if for anything. */
  public Optional<String> waitedFor(StepView step) {
    return step.assessment()
        .flatMap(Assessment::waiting)
        .map(waiting -> note(step.entry(), waiting.reason()));
  }

  /** Why AWS did not take two codes. */
  public String refused(Problem problem) {
    return wording().refused(problem);
  }

  /** What a change is for. */
  public String change(StepEntry step, Change change) {
    return wording().change(step, change);
  }

  /** A change that was not tried, with the failed step that it was left for. */
  public String notTried(String text, Plan.Planned change, Outcome outcome, Catalog catalog) {
    return wording().notTried(text, change, outcome, catalog);
  }

  /** Why something stays as it is in an undo. */
  public String kept(Note why, Catalog catalog) {
    return wording().kept(why, catalog);
  }

  /** An answer as a person reads it. */
  public String answer(Setting setting, String value) {
    return setting.type() == Setting.Type.BOOLEAN ? say("answer." + value) : value;
  }

  /** What went wrong, and what to do about it. */
  public List<String> problem(Problem problem) {
    return wording().problem(problem);
  }

  /** Whether a plan is allowed. */
  public String rights(PermissionReport rights) {
    return wording().rights(rights);
  }

  /** How an apply or an undo ended. */
  public String ending(Outcome.Ending ending, String key) {
    return wording().ending(ending, "tui." + key);
  }

  /** A call that AWS makes us wait for. */
  public String delay(Delay delay) {
    return wording().delay(delay);
  }

  /** A price a month: 0 is written as 0. */
  public String monthly(BigDecimal usd) {
    return wording().monthly(usd);
  }

  /** The same in few columns. */
  public String price(BigDecimal usd) {
    return usd.signum() == 0 ? common("money.nothing") : say("money.short", Texts.amount(usd));
  }

  /** The price of a choice, with the word that it is an estimate. */
  public String about(BigDecimal usd) {
    return usd.signum() == 0 ? monthly(usd) : say("money.about", Texts.amount(usd));
  }

  /** A link, with what to do with it, for the normal screen. */
  public String alone(String link, boolean root) {
    return say(root ? "alone.before.root" : "alone.before")
        + "\n\n"
        + link
        + "\n\n"
        + say("alone.after");
  }

  /** A moment, in the time of the person's machine. */
  public String when(Instant at) {
    return wording().when(at);
  }

  public static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone).format(at);
  }
}
