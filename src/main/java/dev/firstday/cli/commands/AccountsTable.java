package dev.firstday.cli.commands;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.terminal.Width;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The check of many accounts as text: a line an account, then each open step with its accounts. */
record AccountsTable(Texts wording) {
  void print(List<ManyAccounts.CheckedAccount> accounts, Consumer<String> line) {
    line.accept(
        row(
            wording.say("accounts.account"),
            wording.say("report.done"),
            wording.say("report.todo"),
            wording.say("report.unseen")));
    accounts.forEach(account -> line.accept(row(account)));
    line.accept("");
    openSteps(accounts)
        .forEach(
            (step, ids) -> {
              line.accept(step.entry().title().in(wording.language()) + " (" + step.id() + ")");
              line.accept("    " + String.join(", ", ids));
            });
  }

  private String row(ManyAccounts.CheckedAccount account) {
    String name =
        account.line().id() + account.line().name().map(called -> "  " + called).orElse("");
    return account
        .problem()
        .map(
            problem ->
                row(name, "-", "-", "-") + "\n    " + String.join(" ", wording.problem(problem)))
        .orElseGet(
            () ->
                row(
                    name,
                    count(account, Verdict.DONE, Verdict.ATTESTED),
                    count(account, Verdict.TODO, Verdict.UNATTESTED),
                    count(account, Verdict.UNSEEN)));
  }

  private static String row(String name, String done, String todo, String unseen) {
    return "%s %s %s %s"
        .formatted(
            Width.padRight(name, 44), Width.padRight(done, 10), Width.padRight(todo, 10), unseen);
  }

  private static String count(ManyAccounts.CheckedAccount account, Verdict... verdicts) {
    return String.valueOf(account.report().orElseThrow().count(verdicts));
  }

  /**
   * The steps that are open somewhere, in their order, each with the accounts that it is open in.
   */
  private static Map<StepView, List<String>> openSteps(List<ManyAccounts.CheckedAccount> accounts) {
    Map<String, StepView> first = new LinkedHashMap<>();
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (ManyAccounts.CheckedAccount account : accounts) {
      for (StepView step : account.steps()) {
        first.putIfAbsent(step.id(), step);
        ids.computeIfAbsent(step.id(), id -> new ArrayList<>());
        if (step.open()) {
          ids.get(step.id()).add(account.line().id());
        }
      }
    }
    Map<StepView, List<String>> open = new LinkedHashMap<>();
    first.forEach(
        (id, step) -> {
          List<String> where = ids.getOrDefault(id, List.of());
          if (!where.isEmpty()) {
            open.put(step, where);
          }
        });
    return open;
  }
}
