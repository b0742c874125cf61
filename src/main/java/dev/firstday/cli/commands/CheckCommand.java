package dev.firstday.cli.commands;

import dev.firstday.catalog.InputText;
import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.StepOptions;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.answers.RegionRule;
import dev.firstday.report.CheckJson;
import dev.firstday.report.Json;
import dev.firstday.report.ReportJUnit;
import dev.firstday.report.ReportOcsf;
import dev.firstday.state.AccountsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Assesses the steps and says how each stands; writes nothing. */
@CommandLine.Command
final class CheckCommand extends BaseCommand {
  /** What a check can be printed as. */
  enum CheckFormat {
    text,
    json,
    junit,
    ocsf
  }

  @Mixin private StepOptions steps;

  @Option(names = "--output", paramLabel = "text|json|junit|ocsf")
  private CheckFormat output = CheckFormat.text;

  @Option(names = "--json")
  void json(boolean wanted) {
    output = wanted ? CheckFormat.json : output;
  }

  @Option(names = "--watch", paramLabel = "MINUTES")
  private Optional<Integer> watch = Optional.empty();

  @Option(names = "--accounts", paramLabel = "FILE")
  private Path accounts;

  @Override
  public Integer call() {
    if (accounts != null) {
      return many();
    }
    if (watch.isPresent() && output != CheckFormat.text && output != CheckFormat.json) {
      throw refused("cli.watch-output");
    }
    Session session = session();
    List<String> chosen = steps.ids(session, run());
    return watch.isPresent()
        ? watch(session, chosen, Duration.ofMinutes(Math.max(1, watch.get())))
        : once(session, check(session, chosen));
  }

  private int many() {
    if (watch.isPresent() || run().onPractice()) {
      throw refused("cli.accounts-alone");
    }
    ManyAccounts many = ManyAccounts.check(listed(), composition(), steps, this::report);
    switch (output) {
      case text -> new AccountsTable(wording()).print(many.accounts(), this::print);
      case json -> document(Json.indented(many.data(documentWording())));
      case junit -> document(ReportJUnit.of(many.reports()));
      case ocsf -> document(ReportOcsf.of(many.reports()));
    }
    if (output == CheckFormat.junit || output == CheckFormat.ocsf) {
      many.accounts().forEach(this::tellProblem);
    }
    return many.exitCode();
  }

  private void tellProblem(ManyAccounts.CheckedAccount account) {
    account.problem().ifPresent(problem -> talk(account.line().id() + ": " + sentence(problem)));
  }

  private List<AccountsFile.ListedAccount> listed() {
    RegionRule regions = run().regions();
    return composition()
        .files()
        .read(
            "--accounts",
            accounts,
            InputText.LARGEST,
            text -> AccountsFile.read(text, run().messages(), regions),
            path -> AccountsFile.read(path, run().messages(), regions));
  }

  private int once(Session session, List<StepView> checked) {
    switch (output) {
      case text -> {
        table(session).print(session, checked, this::print);
        next().after(checked, steps);
      }
      case json -> document(Json.indented(CheckJson.of(report(session, checked))));
      case junit -> document(ReportJUnit.of(List.of(report(session, checked))));
      case ocsf -> document(ReportOcsf.of(List.of(report(session, checked))));
    }
    return exitCode(checked);
  }

  /** Goes on until somebody interrupts it. */
  private int watch(Session session, List<String> chosen, Duration every) {
    Watch seen = new Watch();
    talk(text("cli.watching", every.toMinutes()));
    boolean first = true;
    while (true) {
      session.watch(chosen);
      List<StepView> changed = seen.changed(views(session, chosen));
      if (output == CheckFormat.json && !changed.isEmpty()) {
        document(Json.compact(CheckJson.of(report(session, changed))));
      } else if (first) {
        table(session).print(session, changed, this::print);
      } else if (!changed.isEmpty()) {
        print(wording().when(world().clock().instant()));
        table(session).rows(changed, this::print);
      }
      first = false;
      try {
        world().pause().sleep(every);
      } catch (InterruptedException e) {
        return Exit.INTERRUPTED;
      }
    }
  }

  private CheckTable table(Session session) {
    return new CheckTable(wording(), verbose(), session.identity().homeRegion());
  }
}
