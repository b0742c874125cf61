package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;

/**
 * What is dear can't be deleted by a slip: databases, tables, load balancers, instances and stacks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html">Change
 *     instance termination protection</a>
 */
public final class DeletionProtectionStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    Resource.assess(
        List.of(
            Resource.Sort.of("instances", DatabaseProtection::instances),
            Resource.Sort.of("clusters", DatabaseProtection::clusters),
            Resource.Sort.of("tables", DatabaseProtection::tables),
            Resource.Sort.of("balancers", ComputeProtection::balancers),
            Resource.Sort.of(ComputeProtection::instances),
            Resource.Sort.of("stacks", ComputeProtection::stacks)),
        account,
        answers,
        found);
    return found.build();
  }
}
