package dev.firstday.steps.root;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;

/**
 * The root user has no access keys, active or not. Only the root user can delete them, and to do
 * that by a program would need the root user's credentials, which are never asked for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html">Delete
 *     access keys for the root user</a>
 */
public final class RootAccessKeysStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    RootUser root = RootUser.read(account);
    Assessment.Builder found = Assessment.builder().fact("no-keys", !root.keys());
    found.fact("none-to-age", root.keys() ? Judgement.NOT_JUDGED : Judgement.MET);
    found.check(!root.keys(), Note.of("no-keys"), Note.of("keys"));
    if (root.certificates()) {
      found.info(Note.of("certificates"));
    }
    return found.build();
  }
}
