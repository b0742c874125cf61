package dev.firstday.steps.guards;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.Everywhere;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;

/**
 * New EBS volumes and snapshots are encrypted, in every chosen Region.
 *
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html">Enable
 *     Amazon EBS encryption by default</a>
 */
public final class EbsEncryptionStep implements Step<Account> {
  private static final GetEbsEncryptionByDefaultRequest READ =
      GetEbsEncryptionByDefaultRequest.builder().build();

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    List<Account.Observed<Boolean>> regions =
        account.inEach(
            account.regions(answers.list("regions")),
            region ->
                Account.required(
                    Reads.GET_EBS_ENCRYPTION_BY_DEFAULT,
                    account
                        .read(Reads.GET_EBS_ENCRYPTION_BY_DEFAULT, READ, region)
                        .ebsEncryptionByDefault()));
    Everywhere.fact("everywhere", regions, on -> on, found);
    Everywhere.orUnknown(answers, found, "everywhere");
    found.fact("older-volumes", Judgement.NOT_JUDGED);
    for (Account.Observed<Boolean> seen : regions) {
      Assessment.Builder here = found.in(seen.region());
      seen.problem().ifPresent(here::unseen);
      if (seen.value().isPresent() && seen.value().get()) {
        here.ok(Note.of("on"));
      } else if (seen.value().isPresent()) {
        here.missing(Note.of("off")).change(switchOn(account, seen.region()));
      }
    }
    return found.build();
  }

  private static Change switchOn(Account account, String region) {
    return account
        .change(
            "ebs-encryption/" + region,
            EnableEbsEncryptionByDefaultRequest.builder().build(),
            region)
        .verifiedBy(Reads.GET_EBS_ENCRYPTION_BY_DEFAULT, READ, "/EbsEncryptionByDefault")
        .undoneBy(Effect.CHANGE, DisableEbsEncryptionByDefaultRequest.builder().build())
        .build(Effect.CHANGE, Note.of("on", region));
  }
}
