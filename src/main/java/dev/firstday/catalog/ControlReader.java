package dev.firstday.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the controls of a step: a list of facts each, or a mapping with facts and a note. Each
 * control rests on something, and on nothing that the step does not have.
 */
final class ControlReader {
  private final List<String> known;

  /**
   * @param facts the facts of the step, by code
   */
  ControlReader(Map<String, Text> facts) {
    known = Stream.concat(Stream.of(Control.STEP_DONE), facts.keySet().stream()).toList();
  }

  /** Controls by their list and id. */
  Map<String, Map<String, Control>> controls(Fields step) {
    Map<String, Map<String, Control>> lists = new LinkedHashMap<>();
    step.mappingsByName("controls", "the ids of its controls, each with facts")
        .forEach(
            (list, ids) -> {
              Map<String, Control> controls = new LinkedHashMap<>();
              ids.keys().forEach(id -> controls.put(id, control(list, ids, id)));
              lists.put(list, controls);
            });
    return lists;
  }

  private Control control(String list, Fields ids, String id) {
    Control control = read(ids, id);
    String name = "the control \"%s %s\" rests on ".formatted(list, id);
    String expected = known.stream().collect(Collectors.joining(", ", ", expected some of ", ""));
    if (control.facts().isEmpty()) {
      ids.error(ids.line(id), name + "nothing" + expected);
    }
    control.facts().stream()
        .filter(fact -> !known.contains(fact))
        .forEach(fact -> ids.error(ids.line(id), name + "\"" + fact + "\"" + expected));
    return control;
  }

  private static Control read(Fields ids, String id) {
    if (ids.node(id).filter(Yaml.Mapping.class::isInstance).isEmpty()) {
      return new Control(ids.strings(id), Optional.empty());
    }
    Fields fields = ids.inner(id);
    Optional<Text> note =
        fields.node("note").isPresent()
            ? Optional.of(fields.bothLanguages("note"))
            : Optional.empty();
    Control control = new Control(fields.strings("facts"), note);
    fields.done();
    return control;
  }
}
