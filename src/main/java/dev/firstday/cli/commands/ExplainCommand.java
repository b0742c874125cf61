package dev.firstday.cli.commands;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Glossary;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.cli.completion.CompletionWords;
import dev.firstday.cli.run.Exit;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.terminal.Wrap;
import dev.firstday.text.StyledLine;
import dev.firstday.text.StyledLine.Emphasis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a failure means, what a step is about, or what a setting is; asks AWS nothing. */
@CommandLine.Command
final class ExplainCommand extends BaseCommand {
  private static final int WIDTH = 79;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "FD-...|STEP|SETTING", descriptionKey = "explain-topic")
  private String topic;

  @Override
  public Integer call() {
    Catalog catalog = composition().catalog();
    Optional<FailureId> failure =
        Stream.of(FailureId.values())
            .filter(id -> id.text().equals(topic.toUpperCase(Locale.ROOT)))
            .findFirst();
    Optional<StepEntry> step = catalog.step(topic);
    if (failure.isPresent()) {
      explain(failure.get());
    } else if (step.isPresent()) {
      explain(step.get());
    } else if (catalog.setting(topic).isPresent()) {
      explain(catalog.setting(topic).get(), catalog);
    } else {
      explain(Glossary.builtIn().find(topic).orElseThrow(() -> unknown(catalog)));
    }
    return Exit.OK;
  }

  private void explain(Glossary.Term term) {
    heading(of(term.name()));
    paragraph(of(term.text()));
  }

  private Exit unknown(Catalog catalog) {
    List<String> known = new CompletionWords(spec.parent(), catalog).topics();
    return run().unknown("cli.explain-unknown", topic, known);
  }

  private void explain(FailureId id) {
    heading(id.text());
    paragraph(text("failure." + id.text() + ".means"));
    print("");
    paragraph(text("failure." + id.text() + ".do"));
  }

  private void explain(StepEntry step) {
    heading(of(step.title()) + " (" + step.id() + ")");
    paragraph(of(step.why()));
    print("");
    paragraph(
        text(
            "cli.explain.facts",
            text("tui.detail.by." + step.by()),
            step.minutes(),
            wording().monthly(StepsCommand.monthly(step))));
    if (!step.byHand().isEmpty()) {
      section("cli.explain.by-hand");
      int number = 1;
      for (var line : step.byHand()) {
        item(number++ + ". ", of(line));
      }
    }
    if (!step.settings().isEmpty()) {
      section("cli.explain.settings");
      step.settings().forEach(setting -> setting(step.id() + "." + setting.key(), setting));
    }
    print("");
    step.console().ifPresent(this::print);
    print(text("cli.explain.docs", step.docs()));
    next().tell(text("cli.explain.check"), next().command("check", "--step", step.id()));
  }

  private void explain(Setting setting, Catalog catalog) {
    heading(topic);
    setting(topic, setting);
    List<String> users =
        catalog.steps().stream()
            .filter(
                step ->
                    topic.startsWith(step.id() + ".")
                        || step.settings().stream()
                            .anyMatch(own -> own.from().filter(topic::equals).isPresent()))
            .map(step -> of(step.title()) + " (" + step.id() + ")")
            .toList();
    if (!users.isEmpty()) {
      section("cli.explain.used-by");
      users.forEach(user -> item("- ", user));
    }
  }

  /** What it is, its kind and default, and how it is given. */
  private void setting(String key, Setting setting) {
    String kind =
        setting.choices().isEmpty()
            ? text("type." + setting.type())
            : String.join(" / ", setting.choices());
    String otherwise =
        setting
            .preset()
            .map(value -> text("cli.explain.default", value))
            .or(() -> setting.from().map(shared -> text("cli.explain.default", shared)))
            .orElse(text("cli.explain.no-default"));
    item("", text("cli.explain.setting", of(setting.label()), kind, otherwise));
    print("    --set " + key + "=...");
  }

  private String of(dev.firstday.catalog.Text text) {
    return text.in(run().language());
  }

  private void heading(String text) {
    print(StyledLine.of(Emphasis.STRONG, text));
  }

  private void section(String key) {
    print("");
    print(StyledLine.of(Emphasis.STRONG, text(key)));
  }

  private void paragraph(String text) {
    Wrap.lines(text, WIDTH).forEach(this::print);
  }

  private void item(String sign, String text) {
    List<String> lines = Wrap.lines(text, WIDTH - 2 - sign.length());
    print("  " + sign + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> print("  " + " ".repeat(sign.length()) + rest));
  }
}
