package dev.firstday.cli.commands;

import dev.firstday.catalog.Catalog;
import dev.firstday.cli.run.Composition;
import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.SessionFactory;
import dev.firstday.cli.run.StepOptions;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.report.CheckJson;
import dev.firstday.report.JsonObject;
import dev.firstday.report.Report;
import dev.firstday.state.AccountsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/** A check of many accounts at the same time, each through a role of its own. */
public record ManyAccounts(List<CheckedAccount> accounts) {

  /**
   * An account that was checked.
   *
   * @param line its line of the file
   * @param steps how its steps stand; empty if it could not be entered
   * @param report the same to be handed over
   * @param problem why it could not be entered
   */
  record CheckedAccount(
      AccountsFile.ListedAccount line,
      List<StepView> steps,
      Optional<Report> report,
      Optional<Problem> problem) {
    /** One that could not be entered. */
    private static CheckedAccount not(AccountsFile.ListedAccount line, Problem why) {
      return new CheckedAccount(line, List.of(), Optional.empty(), Optional.of(why));
    }
  }

  /** How many are checked at the same time: each has some hundred answers in memory. */
  private static final int AT_A_TIME = 16;

  /** Checks all of them. One that can't be entered is no trouble for the others. */
  static ManyAccounts check(
      List<AccountsFile.ListedAccount> lines,
      Composition composition,
      StepOptions chosen,
      BiFunction<Session, List<StepView>, Report> report) {
    Catalog catalog = composition.catalog();
    Map<String, String> given = composition.answers().require(catalog);
    return new ManyAccounts(
        fewAtATime(
            lines.stream()
                .<Callable<CheckedAccount>>map(
                    line -> () -> check(line, catalog, given, composition, chosen, report))
                .toList()));
  }

  /** What comes of each, in their order. */
  public static <T> List<T> fewAtATime(List<Callable<T>> all) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
      List<Future<T>> results = all.stream().map(threads::submit).toList();
      List<T> values = new ArrayList<>();
      for (Future<T> result : results) {
        values.add(result.get());
      }
      return values;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Exit(Exit.INTERRUPTED, "");
    }
  }

  private static CheckedAccount check(
      AccountsFile.ListedAccount line,
      Catalog catalog,
      Map<String, String> given,
      Composition composition,
      StepOptions chosen,
      BiFunction<Session, List<StepView>, Report> report) {
    try (SessionFactory.Visit visit = composition.sessions().visit(catalog, given, line)) {
      Session session = visit.session();
      List<String> ids = chosen.ids(session, composition.settings());
      session.check(ids);
      List<StepView> steps = ids.stream().map(session::step).toList();
      return new CheckedAccount(
          line, steps, Optional.of(report.apply(session, steps)), Optional.empty());
    } catch (CallFailed e) {
      return CheckedAccount.not(line, e.problem());
    } catch (RecordFailed e) {
      return CheckedAccount.not(line, Problem.of(e));
    } catch (Exit e) {
      // What is wrong with the command line is wrong for all of them.
      throw e;
    } catch (RuntimeException e) {
      return CheckedAccount.not(line, Problem.fault(e, composition.faults().add(line.id(), e)));
    }
  }

  List<Report> reports() {
    return accounts.stream().flatMap(account -> account.report().stream()).toList();
  }

  /** 3 if something or a whole account could not be seen, else 1 if something is to do, else 0. */
  int exitCode() {
    return accounts.stream().anyMatch(account -> account.problem().isPresent())
        ? Exit.UNSEEN
        : BaseCommand.exitCode(
            accounts.stream().flatMap(account -> account.steps().stream()).toList());
  }

  /** As plain data: a check for each account, or why there is none. */
  Map<String, Object> data(Texts wording) {
    return Map.of(
        "accounts",
        accounts.stream()
            .map(
                account ->
                    account
                        .report()
                        .map(CheckJson::of)
                        .orElseGet(() -> problemData(account, wording)))
            .toList());
  }

  private static Map<String, Object> problemData(CheckedAccount account, Texts wording) {
    return new JsonObject()
        .with("account", account.line().id())
        .with("problem", String.join(" ", wording.problem(account.problem().orElseThrow())));
  }
}
