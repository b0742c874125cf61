package dev.firstday.state;

import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.InputText;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Yaml;
import dev.firstday.engine.answers.RegionRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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
  private static final List<String> KEYS = List.of("external-id", "name", "region", "role");

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
    return new AccountsFile(file.toString(), messages, regions).accounts(Yaml.read(file));
  }

  /** Reads a file as a text. */
  public static List<ListedAccount> read(InputText text, Messages messages, RegionRule regions)
      throws InputErrors {
    return new AccountsFile(text.name(), messages, regions)
        .accounts(Yaml.parse(text.name(), text.text()));
  }

  private List<ListedAccount> accounts(Yaml document) throws InputErrors {
    List<ListedAccount> accounts = new ArrayList<>();
    if (document instanceof Yaml.Mapping root
        && root.entries().keySet().equals(Set.of("accounts"))
        && root.entries().get("accounts") instanceof Yaml.Sequence list
        && !list.items().isEmpty()) {
      Set<String> seen = new HashSet<>();
      for (Yaml item : list.items()) {
        Optional<ListedAccount> account = account(item);
        account
            .filter(one -> !seen.add(one.id()))
            .ifPresent(one -> error(item.line(), "accounts.twice", one.id()));
        account.ifPresent(accounts::add);
      }
    } else {
      error(document.line(), "accounts.expected");
    }
    if (!errors.isEmpty()) {
      throw new InputErrors(errors);
    }
    return accounts;
  }

  private Optional<ListedAccount> account(Yaml item) {
    if (!(item instanceof Yaml.Mapping account)) {
      error(item.line(), "accounts.expected");
      return Optional.empty();
    }
    account.entries().keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> error(account.lineOf(key), "answer.unknown", key, String.join(", ", KEYS)));
    String role = text(account, "role").orElse("");
    Matcher arn = ROLE.matcher(role);
    if (!arn.matches()) {
      error(item.line(), "accounts.role", role);
      return Optional.empty();
    }
    Optional<String> region = text(account, "region");
    region
        .flatMap(regions::wrong)
        .ifPresent(
            wrong -> error(account.lineOf("region"), wrong.code(), wrong.values().toArray()));
    return Optional.of(
        new ListedAccount(
            arn.group(1), role, text(account, "external-id"), region, text(account, "name")));
  }

  private static Optional<String> text(Yaml.Mapping account, String key) {
    return account.entries().get(key) instanceof Yaml.Scalar scalar && !scalar.text().isEmpty()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private void error(int line, String code, Object... values) {
    errors.add(file + ":" + line + ": " + messages.text(code, values));
  }
}
