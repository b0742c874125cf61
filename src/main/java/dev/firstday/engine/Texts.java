package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.catalog.Text;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the engine has to say, in one language: the same words in every front end.
 *
 * @param zone the zone of whoever reads it, asked for where a time is told; empty where that is not
 *     known: times are in UTC then, and say so
 */
public record Texts(Language language, Optional<Supplier<ZoneId>> zone) {
  public Texts(Language language) {
    this(language, Optional.empty());
  }

  /** A text that all front ends share. */
  public String say(String key, Object... values) {
    return Messages.in(language).text(key, values);
  }

  public String say(Note note) {
    return say(note.code(), note.values().toArray());
  }

  public String of(Text text) {
    return text.in(language);
  }

  /** An answer as a person reads it. */
  public String answer(Setting setting, String value) {
    return new ValueText(this).of(setting, value);
  }

  /** A Region with its place. */
  public String region(String id) {
    return new ValueText(this).region(id);
  }

  /** A finding of a step as a sentence. */
  public String finding(StepEntry step, Finding finding) {
    String text =
        finding.code().equals(Finding.ANSWER_MISSING)
            ? say("finding." + finding.code(), asked(step, finding))
            : note(step, finding.note());
    return new ValueText(this).in(finding.region(), text);
  }

  /** Why a step is left out; empty where it isn't. */
  public Optional<String> skipped(StepView step) {
    return step.skipped().map(this::say);
  }

  /** A note of a step's assessment as a sentence. */
  public String note(StepEntry step, Note note) {
    if (note.code().equals(Finding.ATTESTED)) {
      return say(
          "finding.attested",
          note.values().getFirst(),
          when(Instant.parse(note.values().getLast())));
    }
    List<String> values = note.values().stream().map(new TimeText(this)::value).toList();
    return Optional.ofNullable(step.findings().get(note.code()))
        .map(text -> text.in(language, values))
        .orElseGet(() -> say("finding." + note.code(), values.toArray()));
  }

  /** What a step waits for, and how long that may take. */
  public String waiting(StepEntry step, Waiting waiting) {
    String until = waiting.until().map(at -> " " + say("waiting.until", when(at))).orElse("");
    return note(step, waiting.reason()) + until;
  }

  /** A moment, to the minute. */
  public String when(Instant at) {
    return new TimeText(this).when(at);
  }

  /** About how long something takes. */
  public String minutes(int minutes) {
    return new TimeText(this).minutes(minutes);
  }

  private String asked(StepEntry step, Finding finding) {
    String key = finding.note().values().getFirst();
    return step.setting(key).map(setting -> of(setting.label())).orElse(key);
  }

  /** How a step that was looked at stands, in a word or two. */
  public String verdict(StepView step) {
    Assessment assessment = step.assessment().orElseThrow();
    return step.skipped().isPresent()
        ? say("verdict.skipped")
        : assessment.waiting().isPresent()
            ? say("verdict.waiting")
            : say("verdict." + assessment.verdict());
  }

  /** What a change is for; its call, where no step that is known wanted it. */
  public String change(Plan.Planned planned, Catalog catalog) {
    return planned.steps().stream()
        .flatMap(id -> catalog.step(id).stream())
        .findFirst()
        .map(step -> change(step, planned.change()))
        .orElse(planned.change().call());
  }

  /** What a change is for; its operation, where the catalogue says nothing. */
  public String change(StepEntry step, Change change) {
    List<String> values = change.why().values();
    String operation = change.service() + " " + change.operation();
    if (!change.why().code().equals(Change.UNDO) || values.isEmpty()) {
      return change(step, change.why(), operation);
    }
    Note undone = new Note(values.getFirst(), values.subList(1, values.size()));
    return say("undo." + change.effect(), change(step, undone, operation));
  }

  /** What a change was for; something else, where the catalogue says nothing. */
  public String change(StepEntry step, Note why, String otherwise) {
    return Optional.ofNullable(step.changes().get(why.code()))
        .map(text -> text.in(language, why.values()))
        .orElse(otherwise);
  }

  /** Why something stays as it is in an undo, with the steps and things it stays for by name. */
  public String kept(Note why, Catalog catalog) {
    return new KeptSentence(this, catalog).of(why);
  }

  /** The steps by name. */
  String titles(List<String> steps, Catalog catalog) {
    return steps.stream()
        .map(id -> catalog.step(id).map(step -> step.title().in(language)).orElse(id))
        .collect(Collectors.joining(say("list.separator")));
  }

  /** What went wrong, and what to do about it: one sentence, and one on who denied; then its id. */
  public List<String> problem(Problem problem) {
    List<String> sentences = new ArrayList<>();
    sentences.add(problem.note().map(this::say).orElseGet(() -> told(problem)));
    problem.denial().map(this::denial).ifPresent(sentences::add);
    sentences.add(FailureId.of(problem).after(sentences.removeLast()));
    return sentences;
  }

  /** What an error of AWS's means: for this operation, where there is a text for that. */
  private String told(Problem problem) {
    String here = "problem." + problem.operation() + "." + problem.code();
    String key = either(here, "problem." + problem.kind());
    return say(key, problem.action(), problem.message(), problem.region());
  }

  /** The key of the special text, where there is one. */
  private String either(String special, String general) {
    return Messages.in(language).has(special) ? special : general;
  }

  private String denial(Problem.Denial denial) {
    String who = denial.principal().isEmpty() ? say("denied.you") : denial.principal();
    return say("denied." + denial.by(), who);
  }

  /** Why the record of what is done can't be kept. */
  public String problem(RecordFailed failure) {
    return FailureId.of(failure).after(say(failure.note()));
  }

  /** How an apply or an undo ended, with the text of this key. */
  public String ending(Outcome.Ending ending, String key, Object... values) {
    return ending.failure().map(id -> id.after(say(key, values))).orElse(say(key, values));
  }

  /** A change that was not tried, in words, with the failed step that it was left for. */
  public String notTried(String text, Plan.Planned change, Outcome outcome, Catalog catalog) {
    return Optional.ofNullable(outcome.behind().get(change.change().id()))
        .map(step -> say("result.behind", text, titles(List.of(step), catalog)))
        .orElse(text);
  }

  /** Why AWS did not take two codes. */
  public String refused(Problem problem) {
    String key = either("person.refused." + problem.code(), "person.refused");
    return say(key, problem.code(), problem.message());
  }

  /** Whether a plan is allowed, and what would help where it is not. */
  public String rights(PermissionReport rights) {
    return new PermissionSentence(this).of(rights);
  }

  /** A call that AWS makes us wait for. */
  public String delay(Delay delay) {
    return delay.attempt() == 1
        ? say("delay.slow", delay.call())
        : say("delay.again", delay.call(), delay.attempt(), delay.of());
  }

  /** Many calls that AWS makes us wait for; the count says how often. */
  public String delays(long count) {
    return say("delay.many", String.format(Locale.ROOT, "%,d", count));
  }

  /** A price a month in US dollars; 0 is written as 0. */
  public String monthly(BigDecimal usd) {
    return usd.signum() == 0 ? say("money.nothing") : say("money.monthly", amount(usd));
  }

  /** The same in few columns. */
  public String price(BigDecimal usd) {
    return usd.signum() == 0 ? monthly(usd) : say("tui.money.short", amount(usd));
  }

  /** The price of a choice, with the word that it is an estimate. */
  public String about(BigDecimal usd) {
    return usd.signum() == 0 ? monthly(usd) : say("tui.money.about", amount(usd));
  }

  /** US dollars with two places; what is more than nothing is never written as 0. */
  public static String amount(BigDecimal usd) {
    BigDecimal cents = usd.setScale(2, RoundingMode.HALF_UP);
    return usd.signum() > 0 && cents.signum() == 0 ? "0.01" : cents.toPlainString();
  }
}
