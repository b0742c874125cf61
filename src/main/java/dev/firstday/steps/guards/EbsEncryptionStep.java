package dev.firstday.steps.guards;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.steps.resources.Everywhere;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;

/**
 * New EBS volumes and snapshots are encrypted, in every chosen Region.
 *
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html">Enable
 *     Amazon EBS encryption by default</a>
 */
public final class EbsEncryptionStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    Everywhere<Boolean> regions =
        Everywhere.look(
            account,
            answers,
            found,
            region ->
                read(account, region)
                    .required(GetEbsEncryptionByDefaultResponse::ebsEncryptionByDefault));
    regions.fact("everywhere", on -> on);
    found.fact("older-volumes", Judgement.NOT_JUDGED);
    regions.each(
        (region, on, here) -> {
          here.check(on, Note.of("on"), Note.of("off"));
          if (!on) {
            here.change(switchOn(account, region));
          }
        });
    return found.build();
  }

  private static Query<GetEbsEncryptionByDefaultResponse> read(Account account, String region) {
    return account.query(Reads.GET_EBS_ENCRYPTION_BY_DEFAULT).in(region);
  }

  private static Change switchOn(Account account, String region) {
    Query<?> read = read(account, region);
    return read.change("ebs-encryption/" + region, EnableEbsEncryptionByDefaultRequest.builder())
        .verifiedBy(read, "/EbsEncryptionByDefault")
        .update(Note.of("on", region));
  }
}
