package dev.firstday.cli.wizard;

import dev.firstday.catalog.Language;
import dev.firstday.cli.run.Composition;
import dev.firstday.cli.run.RunSettings;
import dev.firstday.engine.Session;
import dev.firstday.report.ReportMarkdown;
import dev.firstday.state.StateException;
import dev.firstday.state.StateFolder;
import dev.firstday.tui.WizardOptions;
import java.nio.file.Path;
import java.util.Optional;

/** What a person keeps out of the wizard goes where everything about the account is. */
record WizardFiles(Composition composition) implements WizardOptions.Files {
  @Override
  public Optional<String> save(Session session, String name, String text) {
    StateFolder folder = run().stateFolder(session.identity().accountId());
    try {
      folder.write(name, text);
    } catch (StateException unwritable) {
      return Optional.empty();
    }
    return Optional.of(fromHome(folder.file(name)));
  }

  @Override
  public Optional<String> log() {
    return composition.log().file().map(this::fromHome);
  }

  private String fromHome(Path file) {
    String path = file.toString();
    String home = run().world().home().toString();
    return path.startsWith(home + "/") ? "~" + path.substring(home.length()) : path;
  }

  @Override
  public String report(Session session, Language language) {
    return ReportMarkdown.of(composition.report(session, language, session.steps()));
  }

  private RunSettings run() {
    return composition.settings();
  }
}
