package dev.firstday.report;

import dev.firstday.catalog.Control;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Judges the controls of published lists, each by its own condition. A control of several steps is
 * met only if all of them say so, including those that were not assessed this time.
 */
final class Controls {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Map<String, Assessment> looked;
  private final Texts wording;

  private Controls(Collection<StepView> looked, Texts wording) {
    this.looked =
        looked.stream()
            .filter(step -> step.assessment().isPresent())
            .collect(Collectors.toMap(StepView::id, step -> step.assessment().get()));
    this.wording = wording;
  }

  /** The part of one step in a control. */
  private record ControlPart(StepEntry step, Control control) {}

  /**
   * Every control that one of the steps contributes to, in the order of the lists and ids.
   *
   * @param catalog all steps
   * @param looked those that were assessed
   */
  static List<Report.ReportedControl> judge(
      List<StepEntry> catalog, Collection<StepView> looked, Texts wording) {
    Controls controls = new Controls(looked, wording);
    Map<String, Map<String, List<ControlPart>>> lists = new LinkedHashMap<>();
    catalog.forEach(step -> add(step, lists));
    List<Report.ReportedControl> judged = new ArrayList<>();
    lists.forEach(
        (list, ids) ->
            ids.entrySet().stream()
                .filter(control -> control.getValue().stream().anyMatch(controls::looked))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Controls::sortable)))
                .forEach(
                    control ->
                        judged.add(controls.judge(list, control.getKey(), control.getValue()))));
    return judged;
  }

  private static void add(StepEntry step, Map<String, Map<String, List<ControlPart>>> lists) {
    step.controls()
        .forEach(
            (list, controls) ->
                controls.forEach(
                    (id, control) ->
                        lists
                            .computeIfAbsent(list, name -> new LinkedHashMap<>())
                            .computeIfAbsent(id, name -> new ArrayList<>())
                            .add(new ControlPart(step, control))));
  }

  private boolean looked(ControlPart part) {
    return looked.containsKey(part.step().id());
  }

  // 5.10 comes after 5.9.
  private static String sortable(String id) {
    return NUMBER
        .matcher(id)
        .replaceAll(n -> String.format(Locale.ROOT, "%06d", Long.parseLong(n.group())));
  }

  private Report.ReportedControl judge(String list, String id, List<ControlPart> parts) {
    return new Report.ReportedControl(
        list,
        id,
        parts.stream().map(this::judge).reduce(Judgement::and).orElse(Judgement.NOT_JUDGED),
        parts.stream().map(part -> part.step().id()).toList(),
        parts.stream().flatMap(part -> part.control().facts().stream().map(fact(part))).toList(),
        parts.stream()
            .flatMap(part -> part.control().note().stream())
            .map(note -> note.in(wording.language()))
            .distinct()
            .toList());
  }

  private Judgement judge(ControlPart part) {
    return Optional.ofNullable(looked.get(part.step().id()))
        .map(assessment -> assessment.judge(part.control()))
        .orElse(Judgement.NOT_JUDGED);
  }

  private Function<String, Report.Fact> fact(ControlPart part) {
    StepEntry step = part.step();
    return code ->
        new Report.Fact(
            step.id(),
            code,
            Optional.ofNullable(looked.get(step.id()))
                .map(assessment -> assessment.fact(code))
                .orElse(Judgement.NOT_JUDGED),
            code.equals(Control.STEP_DONE)
                ? wording.say("report.step-done", step.title().in(wording.language()))
                : Objects.requireNonNull(step.facts().get(code)).in(wording.language()));
  }
}
