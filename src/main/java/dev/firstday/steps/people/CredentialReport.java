package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;

/**
 * IAM's list of all users and the state of their passwords, MFA and access keys. AWS makes a new
 * one only when the last is {@link #REUSED} old: what was done since is not in it.
 *
 * @param generated when it was made
 * @param users its rows by the user's name
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Get
 *     credential reports</a>
 */
record CredentialReport(Instant generated, Map<String, UserRow> users) {
  /** How long AWS gives the same report again. */
  static final Duration REUSED = Duration.ofHours(4);

  private static final String ROOT = "<root_account>";
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  /**
   * One user.
   *
   * @param columns the values by the column's name
   */
  record UserRow(Map<String, String> columns) {
    /** Whether a column says yes; the service writes true, its documentation TRUE. */
    boolean says(String column) {
      return columns.getOrDefault(column, "").equalsIgnoreCase("true");
    }

    /** The time in a column; empty for {@code N/A}, {@code no_information} and the like. */
    Optional<Instant> time(String column) {
      try {
        return Optional.of(OffsetDateTime.parse(columns.getOrDefault(column, "")).toInstant());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /** Begins to have a report made. */
  static void prefetch(Account account) {
    account.query(Reads.GENERATE_CREDENTIAL_REPORT).prefetch();
  }

  /** Has a report made, unless there is one, and waits for it for half a minute. */
  static CredentialReport read(Account account) throws CallFailed {
    GetCredentialReportResponse report;
    try {
      account.query(Reads.GENERATE_CREDENTIAL_REPORT).read();
      report =
          account
              .query(Reads.GET_CREDENTIAL_REPORT)
              .await(AT_MOST, "ReportInProgress", "ReportNotPresent", "ReportExpired");
    } catch (CallFailed e) {
      // Somebody who may not have one made may see one that is there.
      if (!e.problem().operation().equals(Reads.GENERATE_CREDENTIAL_REPORT.name())) {
        throw e;
      }
      report = account.query(Reads.GET_CREDENTIAL_REPORT).find("ReportNotPresent").orElse(null);
      if (report == null) {
        throw e;
      }
    }
    return parse(
        Account.required(Reads.GET_CREDENTIAL_REPORT, report.content()).asUtf8String(),
        Account.required(Reads.GET_CREDENTIAL_REPORT, report.generatedTime()));
  }

  /**
   * Reads a report by the names in its header: columns come and go.
   *
   * @param csv a row that has more values than the header has names is left out
   */
  static CredentialReport parse(String csv, Instant generated) {
    List<List<String>> lines = csv.lines().map(CredentialReport::cells).toList();
    Map<String, UserRow> users = new LinkedHashMap<>();
    List<String> names = lines.isEmpty() ? List.of() : lines.getFirst();
    for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      Map<String, String> columns = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(names.size(), line.size()); i++) {
        columns.put(names.get(i), line.get(i));
      }
      if (line.size() <= names.size() && columns.containsKey("user")) {
        users.put(columns.get("user"), new UserRow(columns));
      }
    }
    return new CredentialReport(generated, users);
  }

  /** The values of a line; a user's name may hold a comma, and is in quotes then. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  /** The root user's row; an emulator may have none. */
  Optional<UserRow> root() {
    return user(ROOT);
  }

  Optional<UserRow> user(String name) {
    return Optional.ofNullable(users.get(name));
  }
}
