package dev.firstday.state;

import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.InputText;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Yaml;
import dev.firstday.engine.answers.RegionRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accounts of a check over many: YAML, a list under {@code accounts}. All errors come at once,
 * with their lines.
 */
public final class AccountsFile {
  private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/.+");
  private static final Set<String> KEYS = Set.of("role", "external-id", "region", "name");

  /**
   * An account to check.
   *
   * @param id its id, which the role's ARN holds
   * @param role the ARN of the role to assume
   * @param externalId the external id that the role's trust asks for
   * @param region its home Region, where it is another than the run's
   * @param name what a person calls it
   */
  public record ListedAccount(
      String id,
      String role,
      Optional<String> externalId,
      Optional<String> region,
      Optional<String> name) {}

  private final String file;
  private final Messages messages;
  private final RegionRule regions;
  private final List<String> errors = new ArrayList<>();

  private AccountsFile(String file, Messages messages, RegionRule regions) {
    this.file = file;
    this.messages = messages;
    this.regions = regions;
  }

  /**
   * Reads a file.
   *
   * @param regions what counts as a Region
   */
  public static List<ListedAccount> read(Path file, Messages messages, RegionRule regions)
      throws InputErrors {
    return read(file.toString(), Yaml.read(file), messages, regions);
  }

  /** Reads a file as a text. */
  public static List<ListedAccount> read(InputText text, Messages messages, RegionRule regions)
      throws InputErrors {
    return read(text.name(), Yaml.parse(text.name(), text.text()), messages, regions);
  }

  private static List<ListedAccount> read(
      String file, Yaml document, Messages messages, RegionRule regions) throws InputErrors {
    AccountsFile reader = new AccountsFile(file, messages, regions);
    List<ListedAccount> lines = reader.lines(document);
    if (!reader.errors.isEmpty()) {
      throw new InputErrors(reader.errors);
    }
    return lines;
  }

  private List<ListedAccount> lines(Yaml document) {
    if (!(document instanceof Yaml.Mapping root)
        || !root.entries().keySet().equals(Set.of("accounts"))
        || !(root.entries().get("accounts") instanceof Yaml.Sequence accounts)
        || accounts.items().isEmpty()) {
      error(document.line(), messages.text("accounts.expected"));
      return List.of();
    }
    List<ListedAccount> lines = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Yaml item : accounts.items()) {
      line(item)
          .ifPresent(
              line -> {
                lines.add(line);
                if (!seen.add(line.id())) {
                  error(item.line(), messages.text("accounts.twice", line.id()));
                }
              });
    }
    return lines;
  }

  private Optional<ListedAccount> line(Yaml item) {
    if (!(item instanceof Yaml.Mapping account)) {
      error(item.line(), messages.text("accounts.expected"));
      return Optional.empty();
    }
    noteUnknownKeys(account);
    Optional<String> role = text(account, "role");
    Matcher arn = ROLE.matcher(role.orElse(""));
    Optional<String> region = text(account, "region");
    if (!arn.matches()) {
      error(item.line(), messages.text("accounts.role", role.orElse("")));
      return Optional.empty();
    }
    region
        .flatMap(regions::wrong)
        .ifPresent(
            wrong -> error(account.lineOf("region"), messages.text(wrong.code(), wrong.values())));
    return Optional.of(
        new ListedAccount(
            arn.group(1), role.get(), text(account, "external-id"), region, text(account, "name")));
  }

  private void noteUnknownKeys(Yaml.Mapping account) {
    account.entries().keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(
            key ->
                error(
                    account.lineOf(key),
                    messages.text(
                        "answer.unknown",
                        key,
                        String.join(", ", KEYS.stream().sorted().toList()))));
  }

  private static Optional<String> text(Yaml.Mapping account, String key) {
    return account.entries().get(key) instanceof Yaml.Scalar scalar && !scalar.text().isEmpty()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private void error(int line, String message) {
    errors.add(file + ":" + line + ": " + message);
  }
}
