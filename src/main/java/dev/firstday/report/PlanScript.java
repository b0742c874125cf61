package dev.firstday.report;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.WaitFor;
import dev.firstday.text.Printable;
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
 * through a shell variable. What needs a person is left out and named in a comment, because a
 * script would have to keep the password or the seed in a file or on a command line.
 */
final class PlanScript {
  // Marks both ends of a variable's name. JSON escapes this character, whatever a request
  // holds, so the raw character is always a mark.
  private static final String MARK = "\u0001";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]+");

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
      return "#!/bin/sh\n# Nothing to write to account %s.\n"
              .formatted(Printable.line(plan.accountId()))
          + unseen();
    }
    boolean waits =
        plan.changes().stream().anyMatch(planned -> planned.change().waitFor().isPresent());
    return beginning() + (waits ? WHEN_READY : "") + commands();
  }

  private String commands() {
    List<Plan.Planned> some = plan.unattended().changes();
    return plan.changes().stream()
        .map(p -> some.contains(p) ? command(p.change()) : leftOut(p.change()))
        .collect(Collectors.joining("\n"));
  }

  /** Says what the script is, and ends it where the credentials are of another account. */
  private String beginning() {
    return """
    #!/bin/sh
    # %s For account %s.
    %sset -eu
    export AWS_PAGER=

    account=$(aws sts get-caller-identity --region %s --query Account --output text)
    if [ "$account" != %s ]; then
      echo "these are credentials of account $account, not %s" >&2
      exit 1
    fi

    """
        .formatted(
            plan.unseen().isEmpty()
                ? "The same as: firstday apply."
                : "Less than firstday apply may do.",
            Printable.line(plan.accountId()),
            unseen(),
            word(plan.changes().getFirst().change().region()),
            word(plan.accountId()),
            plan.accountId().replaceAll("[^0-9A-Za-z-]", "?"));
  }

  private String unseen() {
    return plan.unseen().isEmpty()
        ? ""
        : "# Not all was seen of: %s. There may be more to write for them.\n"
            .formatted(Printable.line(String.join(", ", plan.unseen())));
  }

  private static String leftOut(Change change) {
    return """
    # %s
    # is left out: aws %s %s needs a person at a terminal. Run: firstday apply
    """
        .formatted(
            Printable.line(change.id()),
            Printable.line(change.service()),
            Printable.line(kebab(change.operation())));
  }

  private String command(Change change) {
    List<Map.Entry<String, String>> yields =
        variables.entrySet().stream()
            .filter(entry -> yieldedBy(entry.getKey()).equals(change.id()))
            .toList();
    String call = call(change);
    return "# %s\n%s"
        .formatted(
            Printable.line(change.id()), yields.isEmpty() ? call + "\n" : reading(yields, call));
  }

  private String call(Change change) {
    return change.waitFor().map(PlanScript::whenReady).orElse("")
        + "aws %s %s --region %s --cli-input-json %s"
            .formatted(
                word(change.service()),
                word(kebab(change.operation())),
                word(change.region()),
                json(change.request()));
  }

  /** A call whose answer is read into variables: the CLI prints it in one line, with tabs. */
  private static String reading(List<Map.Entry<String, String>> yields, String call) {
    String queries =
        yields.stream().map(entry -> query(entry.getKey())).collect(Collectors.joining(", "));
    String names = yields.stream().map(Map.Entry::getValue).collect(Collectors.joining(" "));
    return "values=$(%s --query %s --output text)\nread -r %s <<END\n$values\nEND\n"
        .formatted(call, quoted("[" + queries + "]"), names);
  }

  private static String whenReady(WaitFor wait) {
    String codes = wait.codes().stream().sorted().collect(Collectors.joining("|"));
    return "when_ready " + quoted(codes) + " " + wait.atMost().toSeconds() + " ";
  }

  /** The id of the change that yields a value: it may hold a {@code #}, a path never does. */
  private static String yieldedBy(String reference) {
    return reference.substring(0, reference.lastIndexOf('#'));
  }

  private static String query(String reference) {
    String path = reference.substring(reference.lastIndexOf('#') + 2);
    return path.replaceAll("/(\\d+)", "[$1]").replace('/', '.');
  }

  private Object withVariables(Object node) {
    return switch (node) {
      case Map<?, ?> map when map.get(Placeholders.REF) instanceof String reference ->
          new RawValue("\"" + MARK + variables.get(reference) + MARK + "\"");
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

  /** A request in single quotes; its variables are in double quotes. */
  private String json(Map<String, Object> request) {
    StringBuilder word = new StringBuilder();
    String[] parts = Json.raw(withVariables(request)).split(MARK, -1);
    for (int i = 0; i < parts.length; i++) {
      word.append(i % 2 == 0 ? quoted(Printable.text(parts[i])) : "\"$" + parts[i] + "\"");
    }
    return word.toString();
  }

  /** One word of the shell: unquoted if it is plain, otherwise in quotes. */
  private static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : quoted(Printable.line(text));
  }

  /** Single quotes keep everything as it is. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
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
