package dev.firstday.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads {@code wizard-steps.yaml}: all errors at once, each as {@code file:line: what is wrong,
 * what was expected}.
 */
public final class CatalogReader {
  /** The name of the catalogue that the program carries. */
  public static final String BUILT_IN = "wizard-steps.yaml";

  private final String file;
  private final Set<String> implemented;
  private final List<String> errors = new ArrayList<>();

  private CatalogReader(String file, Set<String> implemented) {
    this.file = file;
    this.implemented = implemented;
  }

  /**
   * The catalogue that the program carries.
   *
   * @param implemented ids of the steps that have a class
   */
  public static Catalog builtIn(Set<String> implemented) throws InputErrors {
    try (InputStream bytes = CatalogReader.class.getResourceAsStream("/" + BUILT_IN)) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return read(BUILT_IN, Yaml.parse(BUILT_IN, text), implemented);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A catalogue that replaces the built-in one. */
  public static Catalog read(Path file, Set<String> implemented) throws InputErrors {
    return read(file.toString(), Yaml.read(file), implemented);
  }

  /** A catalogue that replaces the built-in one, as a text. */
  public static Catalog read(InputText text, Set<String> implemented) throws InputErrors {
    return read(text.name(), Yaml.parse(text.name(), text.text()), implemented);
  }

  /** A catalogue that was parsed already. */
  public static Catalog read(String file, Yaml document, Set<String> implemented)
      throws InputErrors {
    return new CatalogReader(file, implemented).catalog(document);
  }

  private Catalog catalog(Yaml document) throws InputErrors {
    Fields root = Fields.of(file, errors, document, "a mapping with groups, shared and steps");
    List<Group> groups = root.mappings("groups").stream().map(this::group).toList();
    List<Setting> shared = root.mappings("shared").stream().map(this::setting).toList();
    List<Fields> presetEntries = root.mappings("presets");
    List<Preset> presets = presetEntries.stream().map(this::preset).toList();
    List<Fields> environmentEntries = root.mappings("environments");
    List<Preset> environments = environmentEntries.stream().map(this::preset).toList();
    List<Fields> entries = root.mappings("steps");
    if (entries.isEmpty() && errors.isEmpty()) {
      root.error(root.line(), "no steps, expected at least one under \"steps\"");
    }
    List<StepEntry> steps = entries.stream().map(entry -> step(entry, groups, shared)).toList();
    root.done();
    unique(entries, steps);
    order(entries, steps);
    Catalog catalog = new Catalog(groups, shared, presets, environments, steps);
    named(presetEntries, presets, catalog);
    named(environmentEntries, environments, catalog);
    if (!errors.isEmpty()) {
      throw new InputErrors(errors);
    }
    return catalog;
  }

  private Group group(Fields fields) {
    Group group = new Group(fields.text("id"), fields.bothLanguages("title"));
    fields.done();
    return group;
  }

  private StepEntry step(Fields fields, List<Group> groups, List<Setting> shared) {
    String id = fields.required("id", "lower-case words joined by -", CatalogReader::id).orElse("");
    String groupIds = groups.stream().map(Group::id).collect(Collectors.joining(", "));
    String group =
        fields
            .required(
                "group",
                "one of " + groupIds,
                text ->
                    Optional.of(text).filter(g -> groups.stream().anyMatch(x -> x.id().equals(g))))
            .orElse("");
    boolean attested = fields.flag("attested");
    Map<String, Text> facts = fields.textsByCode("facts");
    StepEntry step =
        new StepEntry(
            id,
            group,
            fields.oneOf("by", Actor.class).orElse(Actor.PERSON),
            attested,
            fields.bothLanguages("title"),
            fields.bothLanguages("why"),
            fields.textsInBothLanguages("by-hand"),
            fields
                .required(
                    "minutes",
                    "a whole number from 0",
                    text -> Fields.wholeNumber(text).filter(minutes -> minutes >= 0))
                .orElse(0),
            fields.optional(
                "console",
                "a page of AWS's console (" + ConsolePage.EXAMPLE + ")",
                ConsolePage::of),
            fields.required("docs", "a link that begins with https://", Fields::webPage).orElse(""),
            fields.mappings("settings").stream().map(this::setting).toList(),
            fields.mappings("prices").stream().map(this::price).toList(),
            new ControlReader(facts).controls(fields),
            fields.strings("after"),
            fields.flag("last"),
            facts,
            fields.textsByCode("findings"),
            fields.textsByCode("changes"));
    fields.done();
    if (!id.isEmpty() && !attested && !implemented.contains(id)) {
      fields.error(
          fields.line("id"),
          "unknown step \"%s\", expected one of %s, or \"attested: true\" for what only a person does"
              .formatted(id, implemented.stream().sorted().collect(Collectors.joining(", "))));
    }
    if (step.by() != Actor.API && step.byHand().isEmpty()) {
      fields.error(fields.line(), "by-hand is missing, expected how a person does the step");
    }
    step.prices().stream()
        .flatMap(price -> price.per().stream())
        .filter(key -> step.setting(key).isEmpty())
        .forEach(key -> stranger(fields, "prices", key, "the key of a setting of the step"));
    step.settings().stream()
        .flatMap(setting -> setting.from().stream())
        .filter(from -> shared.stream().noneMatch(setting -> setting.key().equals(from)))
        .forEach(
            from ->
                fields.error(
                    fields.line("settings"),
                    "from is \"%s\", expected a key under \"shared\"".formatted(from)));
    return step;
  }

  private static Optional<String> condition(String text) {
    return Optional.of(text).filter(when -> when.contains("="));
  }

  private static Optional<String> id(String text) {
    return Optional.of(text).filter(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  private Setting setting(Fields fields) {
    Setting setting =
        new Setting(
            fields.text("key"),
            fields.oneOf("type", Setting.Type.class).orElse(Setting.Type.TEXT),
            fields.bothLanguages("label"),
            fields.value("default"),
            fields.optional("from"),
            fields.optional("min", "a number", Fields::number),
            fields.optional("max", "a number", Fields::number),
            fields.strings("choices"),
            fields.optional("when", "KEY=VALUE", CatalogReader::condition),
            fields.flag("ask"));
    fields.done();
    return setting;
  }

  private Preset preset(Fields fields) {
    Preset preset =
        new Preset(
            fields.required("id", "lower-case words joined by -", CatalogReader::id).orElse(""),
            fields.bothLanguages("title"),
            fields.bothLanguages("about"),
            fields.strings("without"),
            fields.valuesByName("answers"));
    fields.done();
    return preset;
  }

  private Price price(Fields fields) {
    Price price =
        new Price(
            fields.text("id"),
            fields.required("usd", "a number", Fields::number).orElse(BigDecimal.ZERO),
            fields.bothLanguages("unit"),
            fields.required("monthly", "a number of units", Fields::number).orElse(BigDecimal.ZERO),
            fields.strings("per"),
            fields.optional("free", "a whole number", Fields::wholeNumber).orElse(0),
            fields.optional("when", "KEY=VALUE", CatalogReader::condition),
            fields.required("date", "a date as 2026-11-22", Fields::date).orElse(LocalDate.EPOCH),
            fields
                .required("source", "a link that begins with https://", Fields::webPage)
                .orElse(""));
    fields.done();
    return price;
  }

  private void unique(List<Fields> entries, List<StepEntry> steps) {
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Fields fields = entries.get(i);
      String id = steps.get(i).id();
      Integer first = lines.putIfAbsent(id, fields.line("id"));
      if (first != null && !id.isEmpty()) {
        fields.error(
            fields.line("id"),
            "the step \"%s\" stands twice, expected it once (first in line %s)"
                .formatted(id, first));
      }
    }
  }

  /** Presets name only steps, settings and prices that exist. */
  private static void named(List<Fields> entries, List<Preset> presets, Catalog catalog) {
    for (int i = 0; i < presets.size(); i++) {
      Fields fields = entries.get(i);
      Preset preset = presets.get(i);
      preset.without().stream()
          .filter(id -> catalog.step(id).isEmpty())
          .forEach(id -> stranger(fields, "without", id, "the id of a step in this file"));
      preset.answers().keySet().stream()
          .filter(key -> catalog.setting(key).isEmpty())
          .forEach(key -> stranger(fields, "answers", key, "the full key of a setting"));
    }
  }

  private static void stranger(Fields fields, String key, String name, String expected) {
    fields.error(fields.line(key), "%s names \"%s\", expected %s".formatted(key, name, expected));
  }

  private void order(List<Fields> entries, List<StepEntry> steps) {
    Map<String, StepEntry> byId =
        steps.stream().collect(Collectors.toMap(StepEntry::id, Function.identity(), (a, b) -> a));
    for (int i = 0; i < steps.size(); i++) {
      Fields fields = entries.get(i);
      for (String before : steps.get(i).after()) {
        if (!byId.containsKey(before)) {
          fields.error(
              fields.line("after"),
              "after names \"%s\", expected the id of a step in this file".formatted(before));
        }
      }
      if (reaches(steps.get(i).id(), steps.get(i), byId, new HashSet<>())) {
        fields.error(
            fields.line("after"),
            "\"%s\" comes after itself (%s), expected an order without a circle"
                .formatted(steps.get(i).id(), String.join(" after ", circle(steps.get(i), byId))));
      }
    }
  }

  private static boolean reaches(
      String goal, StepEntry from, Map<String, StepEntry> steps, Set<String> seen) {
    return from.after().stream()
        .anyMatch(
            id ->
                id.equals(goal)
                    || (seen.add(id)
                        && steps.containsKey(id)
                        && reaches(goal, steps.get(id), steps, seen)));
  }

  private static List<String> circle(StepEntry start, Map<String, StepEntry> steps) {
    Set<String> path = new LinkedHashSet<>();
    StepEntry step = start;
    while (path.add(step.id())) {
      step =
          step.after().stream()
              .map(steps::get)
              .filter(next -> next != null)
              .filter(
                  next ->
                      next.id().equals(start.id())
                          || reaches(start.id(), next, steps, new HashSet<>()))
              .findFirst()
              .orElse(start);
    }
    List<String> names = new ArrayList<>(path);
    names.add(start.id());
    return names;
  }
}
