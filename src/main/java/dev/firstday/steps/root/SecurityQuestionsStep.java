package dev.firstday.steps.root;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;

/**
 * AWS has retired the security challenge questions: there is nothing to look at and nothing to do.
 *
 * @see <a href="https://docs.aws.amazon.com/accounts/latest/reference/doc-history.html">Document
 *     history of the account management guide</a>
 */
public final class SecurityQuestionsStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) {
    return Assessment.builder()
        .info(Note.of("retired"))
        .info(Note.of("instead"))
        .fixed(Verdict.NOT_APPLICABLE)
        .build();
  }
}
