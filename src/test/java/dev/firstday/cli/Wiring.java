package dev.firstday.cli;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.cli.commands.Firstday;
import dev.firstday.cli.run.Composition;
import dev.firstday.engine.Session;
import dev.firstday.engine.failure.CallFailed;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** How a scenario's way of using firstday is joined with the rest of it. */
record Wiring(Trial trial, String account, Language language) {
  /** The command line that a person would give. */
  String[] line(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--practice=" + account);
    line.add("--lang=" + language.tag());
    return line.toArray(String[]::new);
  }

  /** A session, as the wizard opens one. */
  Session session() throws CallFailed {
    Firstday firstday = new Firstday(trial.world(new StringWriter(), new StringWriter()));
    new CommandLine(firstday).parseArgs(line());
    Composition composition = firstday.composition();
    composition.settings().stateFolder().create();
    return composition
        .sessions()
        .open(new Composition.RunInput(composition.catalog(), Map.of()), false);
  }

  String text(String key, Object... values) {
    return Messages.in(language).text(key, values);
  }

  /** A verdict in words. */
  String word(String verdict) {
    return text("verdict." + verdict);
  }
}
