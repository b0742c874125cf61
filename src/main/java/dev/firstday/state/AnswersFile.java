package dev.firstday.state;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.InputText;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.catalog.Yaml;
import dev.firstday.engine.answers.AnswerRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answers file: YAML, what several steps share at the top, the rest under {@code steps} and the
 * step's id. All errors come at once, with their lines.
 */
public final class AnswersFile {
  private final Catalog catalog;
  private final AnswerRules rules;
  private final Messages messages;
  private final List<String> errors = new ArrayList<>();
  private final Map<String, String> answers = new LinkedHashMap<>();

  private AnswersFile(Catalog catalog, AnswerRules rules, Messages messages) {
    this.catalog = catalog;
    this.rules = rules;
    this.messages = messages;
  }

  /** The answers of a file, by their full keys. */
  public static Map<String, String> read(
      Path file, Catalog catalog, AnswerRules rules, Messages messages) throws InputErrors {
    AnswersFile reader = new AnswersFile(catalog, rules, messages);
    reader.file(file.toString(), Yaml.read(file));
    return reader.result();
  }

  /** The answers of a file as a text, by their full keys. */
  public static Map<String, String> read(
      InputText text, Catalog catalog, AnswerRules rules, Messages messages) throws InputErrors {
    AnswersFile reader = new AnswersFile(catalog, rules, messages);
    reader.file(text.name(), Yaml.parse(text.name(), text.text()));
    return reader.result();
  }

  /**
   * The answers of {@code KEY=VALUE} texts of the command line.
   *
   * @param option what a person wrote before each
   */
  public static Map<String, String> read(
      String option, List<String> pairs, Catalog catalog, AnswerRules rules, Messages messages)
      throws InputErrors {
    AnswersFile reader = new AnswersFile(catalog, rules, messages);
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String where = option + " " + pair;
      if (equals < 1) {
        reader.errors.add(where + ": " + messages.text("answer.pair"));
      } else {
        String key = pair.substring(0, equals);
        catalog
            .setting(key)
            .ifPresentOrElse(
                setting -> reader.take(where, key, setting, pair.substring(equals + 1)),
                () -> reader.unknown(where, key, reader.allKeys()));
      }
    }
    return reader.result();
  }

  private Map<String, String> result() throws InputErrors {
    if (!errors.isEmpty()) {
      throw new InputErrors(errors);
    }
    return answers;
  }

  private void file(String file, Yaml document) {
    if (!(document instanceof Yaml.Mapping root)) {
      errors.add("%s:%s: %s".formatted(file, document.line(), messages.text("answer.mapping")));
      return;
    }
    root.entries()
        .forEach(
            (key, value) -> {
              String where = file + ":" + root.keyLines().get(key);
              if (key.equals("steps")) {
                steps(file, value);
              } else {
                catalog
                    .sharedSetting(key)
                    .ifPresentOrElse(
                        setting -> value(file, where, key, setting, value),
                        () -> unknown(where, key, topKeys()));
              }
            });
  }

  private void steps(String file, Yaml node) {
    if (node instanceof Yaml.Scalar scalar && scalar.text().isEmpty()) {
      return;
    }
    if (!(node instanceof Yaml.Mapping steps)) {
      errors.add("%s:%s: %s".formatted(file, node.line(), messages.text("answer.mapping")));
      return;
    }
    steps
        .entries()
        .forEach(
            (id, value) -> {
              Optional<StepEntry> step = catalog.step(id);
              String where = file + ":" + steps.keyLines().get(id);
              if (step.isEmpty()) {
                unknown(where, id, catalog.steps().stream().map(StepEntry::id).toList());
              } else {
                settings(file, step.get(), "", value);
              }
            });
  }

  /** Settings of a step; a dot in a setting's key is a level of the file. */
  private void settings(String file, StepEntry step, String prefix, Yaml node) {
    if (node instanceof Yaml.Scalar scalar && scalar.text().isEmpty()) {
      return;
    }
    if (!(node instanceof Yaml.Mapping mapping)) {
      errors.add("%s:%s: %s".formatted(file, node.line(), messages.text("answer.mapping")));
      return;
    }
    mapping
        .entries()
        .forEach(
            (name, value) -> {
              String key = prefix + name;
              String where = file + ":" + mapping.keyLines().get(name);
              Optional<Setting> setting = step.setting(key);
              if (setting.isPresent()) {
                value(file, where, step.id() + "." + key, setting.get(), value);
              } else if (step.settings().stream().anyMatch(s -> s.key().startsWith(key + "."))) {
                settings(file, step, key + ".", value);
              } else {
                unknown(where, key, step.settings().stream().map(Setting::key).toList());
              }
            });
  }

  private void value(String file, String where, String key, Setting setting, Yaml value) {
    switch (value) {
      case Yaml.Scalar scalar when scalar.empty() -> {}
      case Yaml.Scalar scalar -> take(where, key, setting, scalar.text());
      case Yaml.Sequence list
          when setting.type().isList()
              && list.items().stream().allMatch(Yaml.Scalar.class::isInstance) ->
          take(
              where,
              key,
              setting,
              list.items().stream()
                  .map(item -> ((Yaml.Scalar) item).text())
                  .collect(Collectors.joining(", ")));
      default ->
          errors.add(
              "%s:%s: %s: %s"
                  .formatted(
                      file,
                      value.line(),
                      key,
                      messages.text(setting.type().isList() ? "answer.list" : "answer.one")));
    }
  }

  private void take(String where, String key, Setting setting, String text) {
    switch (rules.check(setting, text)) {
      case AnswerRules.AnswerResult.Right right -> answers.put(key, right.value());
      case AnswerRules.AnswerResult.Wrong wrong ->
          errors.add(
              "%s: %s: \"%s\", %s"
                  .formatted(
                      where,
                      key,
                      text,
                      messages.text(wrong.expected().code(), wrong.expected().values())));
    }
  }

  private void unknown(String where, String key, List<String> known) {
    errors.add(where + ": " + messages.text("answer.unknown", key, String.join(", ", known)));
  }

  private List<String> topKeys() {
    List<String> keys = new ArrayList<>(catalog.shared().stream().map(Setting::key).toList());
    keys.add("steps");
    return keys;
  }

  private List<String> allKeys() {
    List<String> keys = new ArrayList<>(catalog.shared().stream().map(Setting::key).toList());
    for (StepEntry step : catalog.steps()) {
      step.settings().forEach(setting -> keys.add(step.id() + "." + setting.key()));
    }
    return keys;
  }
}
