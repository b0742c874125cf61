package dev.firstday.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the controls of a step: a list of facts each, or a mapping with facts and a note. Each
 * control rests on something, and on nothing that the step does not have.
 *
 * @param known the facts of the step, by code
 */
record ControlReader(List<String> known) {
  static ControlReader of(Map<String, Text> facts) {
    return new ControlReader(
        Stream.concat(Stream.of(Control.STEP_DONE), facts.keySet().stream()).toList());
  }

  Map<String, Map<String, Control>> controls(Fields step) {
    Map<String, Map<String, Control>> lists = new LinkedHashMap<>();
    step.mappingsByName("controls", "the ids of its controls, each with facts")
        .forEach(
            (list, ids) -> {
              Map<String, Control> controls = new LinkedHashMap<>();
              for (String id : ids.mapping().entries().keySet()) {
                Control control = read(ids, id);
                check(control, ids, list, id);
                controls.put(id, control);
              }
              lists.put(list, controls);
            });
    return lists;
  }

  private void check(Control control, Fields ids, String list, String id) {
    String name = "the control \"%s %s\" rests on ".formatted(list, id);
    String expected = ", expected some of " + String.join(", ", known);
    if (control.facts().isEmpty()) {
      ids.error(ids.line(id), "%s", name + "nothing" + expected);
    }
    control.facts().stream()
        .filter(fact -> !known.contains(fact))
        .forEach(fact -> ids.error(ids.line(id), "%s", name + "\"" + fact + "\"" + expected));
  }

  private static Control read(Fields ids, String id) {
    Yaml node = ids.node(id).orElseThrow();
    if (!(node instanceof Yaml.Mapping)) {
      return new Control(ids.strings(id), Optional.empty());
    }
    return Fields.of(ids.file(), ids.errors(), node, "an entry of " + id)
        .read(
            fields -> {
              Optional<Text> note =
                  fields.node("note").map(present -> fields.bothLanguages("note"));
              return new Control(fields.strings("facts"), note);
            });
  }
}
