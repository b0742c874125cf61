package dev.firstday.report;

import dev.firstday.engine.Change;
import dev.firstday.engine.Placeholders;
import dev.firstday.engine.Plan;
import dev.firstday.engine.WaitFor;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A plan as a POSIX shell script of AWS CLI commands. A value that an earlier change yields goes
 * through a shell variable. What needs a person is left out, and named: a script would have to keep
 * the password or the seed in a file or on a command line.
 */
final class PlanScript {
  // Stands for a variable within JSON text; no text of a request begins so.
  private static final String OPEN = "\u0001";
  private static final Pattern VARIABLE = Pattern.compile("\"?\\\\u0001([A-Z0-9_]+)\\\\u0001\"?");

  private static final String WHEN_READY =
      """
      errors=$(mktemp)
      trap 'rm -f "$errors"' EXIT

      # Makes a call again while its error code says that AWS is not ready for it yet.
      when_ready() {
        codes=$1
        end=$(($(date +%s) + $2))
        shift 2
        until answer=$("$@" 2>"$errors"); do
          if ! grep -Eq "\\(($codes)\\)" "$errors" || [ "$(date +%s)" -ge "$end" ]; then
            cat "$errors" >&2
            return 1
          fi
          sleep 2
        done
        printf '%s\\n' "$answer"
      }

      """;

  private final Plan plan;
  private final Map<String, String> variables = new LinkedHashMap<>();

  private PlanScript(Plan plan) {
    this.plan = plan;
    Set<String> references = new LinkedHashSet<>();
    plan.changes().forEach(planned -> references(planned.change().request(), references));
    references.forEach(reference -> variables.put(reference, "VALUE_" + (variables.size() + 1)));
  }

  static String of(Plan plan) {
    return new PlanScript(plan).script();
  }

  private String script() {
    if (plan.isEmpty()) {
      return "#!/bin/sh\n# Nothing to write to account %s.\n".formatted(plan.accountId());
    }
    List<Plan.Planned> some = plan.unattended().changes();
    String commands =
        plan.changes().stream()
            .map(p -> some.contains(p) ? command(p.change()) : leftOut(p.change()))
            .collect(Collectors.joining("\n"));
    boolean waits =
        plan.changes().stream().anyMatch(planned -> planned.change().waitFor().isPresent());
    return """
    #!/bin/sh
    # The same as: firstday apply. For account %s.
    set -eu
    export AWS_PAGER=

    account=$(aws sts get-caller-identity --region %s --query Account --output text)
    if [ "$account" != %s ]; then
      echo "these are credentials of account $account, not %s" >&2
      exit 1
    fi

    """
            .formatted(
                plan.accountId(),
                plan.changes().getFirst().change().region(),
                plan.accountId(),
                plan.accountId())
        + (waits ? WHEN_READY : "")
        + commands;
  }

  private static String leftOut(Change change) {
    return """
    # %s
    # is left out: aws %s %s needs a person at a terminal. Run: firstday apply
    """
        .formatted(oneLine(change.id()), change.service(), kebab(change.operation()));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private String command(Change change) {
    String call =
        "aws %s %s --region %s --cli-input-json %s"
            .formatted(
                change.service(),
                kebab(change.operation()),
                change.region(),
                quoted(Json.indented(withVariables(change.request()))));
    call = change.waitFor().map(PlanScript::whenReady).orElse("") + call;
    List<Map.Entry<String, String>> yields =
        variables.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(change.id() + "#"))
            .toList();
    String comment = "# " + oneLine(change.id()) + "\n";
    if (yields.isEmpty()) {
      return comment + call + "\n";
    }
    // The CLI prints the asked-for values in one line, with tabs between them.
    String queries =
        yields.stream().map(entry -> query(entry.getKey())).collect(Collectors.joining(", "));
    String names = yields.stream().map(Map.Entry::getValue).collect(Collectors.joining(" "));
    return "%s%s=$(%s --query '[%s]' --output text)\n%s"
        .formatted(comment, "values", call, queries, "read -r " + names + " <<END\n$values\nEND\n");
  }

  private static String whenReady(WaitFor wait) {
    String codes = wait.codes().stream().sorted().collect(Collectors.joining("|"));
    return "when_ready '%s' %d ".formatted(codes, wait.atMost().toSeconds());
  }

  private static String query(String reference) {
    String path = reference.substring(reference.indexOf('#') + 2);
    return path.replaceAll("/(\\d+)", "[$1]").replace('/', '.');
  }

  private Object withVariables(Object node) {
    return switch (node) {
      case Map<?, ?> map when map.get(Placeholders.REF) instanceof String reference ->
          OPEN + variables.get(reference) + OPEN;
      case Map<?, ?> map -> {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put((String) key, withVariables(value)));
        yield copy;
      }
      case List<?> list -> list.stream().map(this::withVariables).toList();
      default -> node;
    };
  }

  private static void references(Object node, Set<String> found) {
    switch (node) {
      case Map<?, ?> map when map.get(Placeholders.REF) instanceof String reference ->
          found.add(reference);
      case Map<?, ?> map -> map.values().forEach(value -> references(value, found));
      case List<?> list -> list.forEach(value -> references(value, found));
      default -> {}
    }
  }

  /** Single quotes keep everything as it is; a variable stands between double ones. */
  private static String quoted(String json) {
    String inQuotes = "'" + json.replace("'", "'\\''") + "'";
    return VARIABLE.matcher(inQuotes).replaceAll("\"'\"\\$$1\"'\"");
  }

  /**
   * The AWS CLI's name of an operation: {@code ListVirtualMFADevices} is {@code
   * list-virtual-mfa-devices}. These are the CLI's own rules.
   */
  static String kebab(String operation) {
    return operation
        .replaceAll("([^-])([A-Z][a-z]+)", "$1-$2")
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }
}
