package dev.firstday.catalog;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code wizard-steps.yaml}: all errors at once, each as {@code file:line: what is wrong,
 * what was expected}.
 */
public final class CatalogReader {
  public static final String BUILT_IN = "wizard-steps.yaml";

  private final String file;
  private final Optional<Set<String>> implemented;
  private final List<String> errors = new ArrayList<>();

  private CatalogReader(String file, Optional<Set<String>> implemented) {
    this.file = file;
    this.implemented = implemented;
  }

  /** The catalogue that the program carries. */
  public static Catalog builtIn() {
    return BuiltInCatalog.CATALOG;
  }

  /** Reads it without asking whether each step has a class; a test has asked. */
  static Catalog readUnchecked(String file, Yaml document) throws InputErrors {
    return new CatalogReader(file, Optional.empty()).catalog(document);
  }

  /**
   * Reads a catalogue from a file.
   *
   * @param implemented ids of the steps that have a class
   */
  public static Catalog read(Path file, Set<String> implemented) throws InputErrors {
    return read(file.toString(), Yaml.read(file), implemented);
  }

  public static Catalog read(InputText text, Set<String> implemented) throws InputErrors {
    return read(text.name(), Yaml.parse(text.name(), text.text()), implemented);
  }

  private static Catalog read(String file, Yaml document, Set<String> implemented)
      throws InputErrors {
    return new CatalogReader(file, Optional.of(implemented)).catalog(document);
  }

  private Catalog catalog(Yaml document) throws InputErrors {
    Fields root = Fields.of(file, errors, document, "a mapping with groups, shared and steps");
    Catalog catalog = catalog(root);
    if (!errors.isEmpty()) {
      throw new InputErrors(errors);
    }
    return catalog;
  }

  private Catalog catalog(Fields root) {
    List<Group> groups =
        root.entries("groups", group -> new Group(group.text("id"), group.bothLanguages("title")));
    List<Setting> shared = root.entries("shared", CatalogReader::setting);
    List<Fields> presetEntries = root.mappings("presets");
    List<Preset> presets = presets(presetEntries);
    List<Fields> environmentEntries = root.mappings("environments");
    List<Preset> environments = presets(environmentEntries);
    List<Fields> entries = root.mappings("steps");
    if (entries.isEmpty() && errors.isEmpty()) {
      root.error(root.line(), "no steps, expected at least one under \"steps\"");
    }
    List<StepEntry> steps = entries.stream().map(entry -> step(entry, groups, shared)).toList();
    root.done();
    CatalogChecks.steps(entries, steps);
    Catalog catalog = new Catalog(groups, shared, presets, environments, steps);
    CatalogChecks.presets(presetEntries, presets, catalog);
    CatalogChecks.presets(environmentEntries, environments, catalog);
    return catalog;
  }

  private StepEntry step(Fields fields, List<Group> groups, List<Setting> shared) {
    StepEntry step = fields.read(entry -> entry(entry, groups));
    implemented.ifPresent(ids -> CatalogChecks.implemented(fields, step, ids));
    CatalogChecks.step(fields, step, shared);
    return step;
  }

  private static StepEntry entry(Fields fields, List<Group> groups) {
    String id = id(fields);
    String group = groupOf(fields, groups.stream().map(Group::id).toList());
    boolean attested = fields.flag("attested");
    Map<String, Text> facts = fields.textsByCode("facts");
    return new StepEntry(
        id,
        group,
        fields.oneOf("by", Actor.class, Actor.PERSON),
        attested,
        fields.bothLanguages("title"),
        fields.bothLanguages("why"),
        fields.textsInBothLanguages("by-hand"),
        fields.required("minutes", "a whole number from 0", ScalarValues::minutes, 0),
        console(fields),
        webPage(fields, "docs"),
        fields.entries("settings", CatalogReader::setting),
        fields.entries("prices", CatalogReader::price),
        ControlReader.of(facts).controls(fields),
        fields.strings("after"),
        fields.flag("last"),
        facts,
        fields.textsByCode("findings"),
        fields.textsByCode("changes"));
  }

  private static String id(Fields fields) {
    return fields.required("id", "lower-case words joined by -", ScalarValues::id, "");
  }

  private static String groupOf(Fields fields, List<String> ids) {
    return fields.required(
        "group",
        "one of " + String.join(", ", ids),
        text -> Optional.of(text).filter(ids::contains),
        "");
  }

  private static Optional<String> console(Fields fields) {
    return fields.optional(
        "console", "a page of AWS's console (" + ConsolePage.EXAMPLE + ")", ConsolePage::of);
  }

  private static String webPage(Fields fields, String key) {
    return fields.required(key, "a link that begins with https://", ScalarValues::webPage, "");
  }

  private static Setting setting(Fields fields) {
    return new Setting(
        fields.text("key"),
        fields.oneOf("type", Setting.Type.class, Setting.Type.TEXT),
        fields.bothLanguages("label"),
        fields.value("default"),
        fields.optional("from"),
        fields.optional("min", "a number", ScalarValues::number),
        fields.optional("max", "a number", ScalarValues::number),
        fields.strings("choices"),
        fields.optional("when", "KEY=VALUE", ScalarValues::condition),
        fields.flag("ask"),
        fields.node("about").map(present -> fields.bothLanguages("about")),
        fields.optional("unit"),
        fields.optional("large", "a number", ScalarValues::number));
  }

  private static List<Preset> presets(List<Fields> entries) {
    return entries.stream().map(entry -> entry.read(CatalogReader::preset)).toList();
  }

  private static Preset preset(Fields fields) {
    return new Preset(
        id(fields),
        fields.bothLanguages("title"),
        fields.bothLanguages("about"),
        fields.strings("without"),
        fields.valuesByName("answers"));
  }

  private static Price price(Fields fields) {
    return new Price(
        fields.text("id"),
        fields.required("usd", "a number", ScalarValues::number, BigDecimal.ZERO),
        fields.bothLanguages("unit"),
        fields.required("monthly", "a number of units", ScalarValues::number, BigDecimal.ZERO),
        fields.strings("per"),
        fields.optional("free", "a whole number", ScalarValues::wholeNumber).orElse(0),
        fields.optional("when", "KEY=VALUE", ScalarValues::condition),
        fields.required("date", "a date as 2026-11-22", ScalarValues::date, LocalDate.EPOCH),
        webPage(fields, "source"));
  }
}
