package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Partition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;

/**
 * The account has an alias, so that nobody has to know its number to sign in. One that is there is
 * never changed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html">Creating,
 *     deleting, and listing an AWS account alias</a>
 */
public final class AccountAliasStep implements Step<Account> {
  /** AWS's rule: no hyphen at either end, nor two in a row. */
  private static final Pattern ALIAS = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Query<ListAccountAliasesResponse> aliases = account.query(Reads.LIST_ACCOUNT_ALIASES);
    List<String> there = aliases.all(ListAccountAliasesResponse::accountAliases);
    Assessment.Builder found = Assessment.builder();
    if (!there.isEmpty()) {
      return found.ok(Note.of("alias", signIn(account, there.getFirst()))).build();
    }
    found.missing(Note.of("none"));
    Optional<String> alias = answers.text("alias");
    if (alias.isEmpty()) {
      return found.missingAnswer("alias").build();
    }
    if (!ALIAS.matcher(alias.get()).matches()) {
      return found.missing(Note.of("bad-alias", alias.get())).build();
    }
    return found
        .change(
            aliases
                .change(
                    "account-alias/alias",
                    CreateAccountAliasRequest.builder().accountAlias(alias.get()))
                .verifiedBy(aliases, "/AccountAliases")
                .create(Note.of("alias", alias.get())))
        .build();
  }

  private static String signIn(Account account, String alias) {
    return "https://%s.%s/console".formatted(alias, Partition.signIn(account));
  }
}
