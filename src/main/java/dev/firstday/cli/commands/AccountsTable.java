package dev.firstday.cli.commands;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.terminal.Width;
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
    Map<String, StepView> steps = new LinkedHashMap<>();
    accounts.forEach(a -> a.steps().forEach(step -> steps.putIfAbsent(step.id(), step)));
    for (StepView step : steps.values()) {
      List<String> open = openIn(step.id(), accounts);
      if (!open.isEmpty()) {
        line.accept(step.entry().title().in(wording.language()) + " (" + step.id() + ")");
        line.accept("    " + String.join(", ", open));
      }
    }
  }

  /** The accounts in which a step is open. */
  private static List<String> openIn(String id, List<ManyAccounts.CheckedAccount> accounts) {
    return accounts.stream()
        .filter(a -> a.steps().stream().anyMatch(step -> step.id().equals(id) && step.open()))
        .map(a -> a.line().id())
        .toList();
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
}
