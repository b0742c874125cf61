package dev.firstday.state;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.InputText;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.catalog.Yaml;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.answers.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** A line of a mapping, and where it is. */
  private record AnswerLine(String where, String key, Yaml value) {}

  /** The answers of a file, by their full keys. */
  public static Map<String, String> read(
      Path file, Catalog catalog, AnswerRules rules, Messages messages) throws InputErrors {
    return new AnswersFile(catalog, rules, messages).file(file.toString(), Yaml.read(file));
  }

  /** The answers of a file as a text, by their full keys. */
  public static Map<String, String> read(
      InputText text, Catalog catalog, AnswerRules rules, Messages messages) throws InputErrors {
    return new AnswersFile(catalog, rules, messages)
        .file(text.name(), Yaml.parse(text.name(), text.text()));
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

  private Map<String, String> file(String file, Yaml document) throws InputErrors {
    for (AnswerLine line : lines(file, document)) {
      Optional<Setting> setting = catalog.sharedSetting(line.key());
      if (line.key().equals("steps")) {
        steps(file, line.value());
      } else if (setting.isPresent()) {
        value(file, line, line.key(), setting.get());
      } else {
        unknown(line.where(), line.key(), Stream.concat(sharedKeys(), Stream.of("steps")));
      }
    }
    return result();
  }

  /** The lines of a mapping; none of anything else, which is an error. */
  private List<AnswerLine> lines(String file, Yaml node) {
    if (!(node instanceof Yaml.Mapping mapping)) {
      errors.add("%s:%s: %s".formatted(file, node.line(), messages.text("answer.mapping")));
      return List.of();
    }
    return mapping.entries().entrySet().stream()
        .map(e -> new AnswerLine(file + ":" + mapping.lineOf(e.getKey()), e.getKey(), e.getValue()))
        .toList();
  }

  /** The lines of a mapping that may be left empty. */
  private List<AnswerLine> someLines(String file, Yaml node) {
    boolean none = node instanceof Yaml.Scalar scalar && scalar.text().isEmpty();
    return none ? List.of() : lines(file, node);
  }

  private void steps(String file, Yaml node) {
    for (AnswerLine line : someLines(file, node)) {
      catalog
          .step(line.key())
          .ifPresentOrElse(
              step -> settings(file, step, "", line.value()),
              () -> unknown(line.where(), line.key(), catalog.steps().stream().map(StepEntry::id)));
    }
  }

  /** Settings of a step; a dot in a setting's key is a level of the file. */
  private void settings(String file, StepEntry step, String prefix, Yaml node) {
    for (AnswerLine line : someLines(file, node)) {
      String key = prefix + line.key();
      Optional<Setting> setting = step.setting(key);
      if (setting.isPresent()) {
        value(file, line, step.id() + "." + key, setting.get());
      } else if (step.settings().stream().anyMatch(s -> s.key().startsWith(key + "."))) {
        settings(file, step, key + ".", line.value());
      } else {
        unknown(line.where(), key, step.settings().stream().map(Setting::key));
      }
    }
  }

  private void value(String file, AnswerLine line, String key, Setting setting) {
    boolean list = setting.type().isList();
    switch (line.value()) {
      case Yaml.Scalar scalar when scalar.empty() -> {}
      case Yaml.Scalar scalar -> take(line.where(), key, setting, scalar.text());
      case Yaml.Sequence items
          when list && items.items().stream().allMatch(Yaml.Scalar.class::isInstance) ->
          take(line.where(), key, setting, joined(items));
      default ->
          errors.add(
              "%s:%s: %s: %s"
                  .formatted(
                      file,
                      line.value().line(),
                      key,
                      messages.text(list ? "answer.list" : "answer.one")));
    }
  }

  private static String joined(Yaml.Sequence scalars) {
    return scalars.items().stream()
        .map(item -> ((Yaml.Scalar) item).text())
        .collect(Collectors.joining(", "));
  }

  private void take(String where, String key, Setting setting, String text) {
    switch (rules.check(setting, text)) {
      case AnswerRules.AnswerResult.Right right -> answers.put(key, right.value());
      case AnswerRules.AnswerResult.Wrong wrong -> {
        String expected = messages.text(wrong.expected().code(), wrong.expected().values());
        String near = near(text, setting.choices());
        errors.add("%s: %s: \"%s\", %s%s".formatted(where, key, text, expected, near));
      }
    }
  }

  private void unknown(String where, String key, Stream<String> known) {
    List<String> names = known.toList();
    String all = String.join(", ", names);
    errors.add(where + ": " + messages.text("answer.unknown", key, all) + near(key, names));
  }

  /** What may have been meant, behind what is wrong; nothing if no name is near. */
  private String near(String typed, List<String> names) {
    return Nearest.of(typed, names)
        .map(name -> " (" + messages.text("cli.did-you-mean", name) + ")")
        .orElse("");
  }

  private Stream<String> sharedKeys() {
    return catalog.shared().stream().map(Setting::key);
  }

  private Stream<String> allKeys() {
    return Stream.concat(
        sharedKeys(),
        catalog.steps().stream()
            .flatMap(step -> step.settings().stream().map(one -> step.id() + "." + one.key())));
  }
}
