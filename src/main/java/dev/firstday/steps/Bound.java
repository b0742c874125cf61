package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.BoundStep;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.failure.CallFailed;
import java.util.function.Consumer;

/** A step with the account that it looks at. */
record Bound(Step<Account> step, Account account) implements BoundStep {
  @Override
  public Assessment assess(Answers answers) throws CallFailed {
    return step.assess(account, answers);
  }

  @Override
  public Assessment assess(Answers answers, Consumer<Evidence> witness) throws CallFailed {
    return step.assess(account.heardBy(witness), answers);
  }
}
