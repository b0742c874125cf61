package dev.firstday.report;

import dev.firstday.engine.Assessment;
import dev.firstday.engine.Finding;
import dev.firstday.engine.Identity;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A check as JSON: {@code {"account", "region", "at", "version", "steps": […]}}. The codes are a
 * contract; the texts follow the language.
 */
public final class CheckJson {
  /** Texts in the language of the run. */
  public interface Texts {
    /** The text of a finding of a step. */
    String finding(StepView step, Finding finding);

    /** Why a step was not seen whole, and what would help. */
    Optional<String> reason(StepView step);

    /** Why a step is left out. */
    Optional<String> skipped(StepView step);
  }

  private final Texts texts;

  public CheckJson(Texts texts) {
    this.texts = texts;
  }

  /** The check of steps that were all looked at. */
  public String of(Identity identity, Instant at, String version, Collection<StepView> steps) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("account", identity.accountId());
    root.put("region", identity.homeRegion());
    root.put("at", at.toString());
    root.put("version", version);
    root.put("steps", steps.stream().map(this::step).toList());
    return Json.indented(root);
  }

  private Map<String, Object> step(StepView view) {
    Assessment assessment = view.assessment().orElseThrow();
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("id", view.id());
    step.put("verdict", assessment.verdict().name());
    step.put("findings", assessment.findings().stream().map(f -> finding(view, f)).toList());
    step.put("changes", assessment.changes().size());
    texts.reason(view).ifPresent(reason -> step.put("reason", reason));
    assessment.waiting().ifPresent(waiting -> step.put("waiting", waiting(waiting)));
    texts.skipped(view).ifPresent(reason -> step.put("skipped", reason));
    step.put("monthlyUsd", view.monthlyUsd());
    return step;
  }

  private Map<String, Object> finding(StepView view, Finding finding) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("code", finding.code());
    data.put("region", finding.region().orElse(null));
    data.put("text", texts.finding(view, finding));
    return data;
  }

  private static Map<String, Object> waiting(Waiting waiting) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("for", waiting.reason().code());
    data.put("until", waiting.until().map(Instant::toString).orElse(null));
    return data;
  }
}
