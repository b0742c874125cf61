package dev.firstday.steps.guards;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockRequest;

/**
 * No bucket of the account can be opened to the public: all four settings of the account are on.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html">Configuring
 *     block public access settings for your account</a>
 */
public final class S3PublicAccessBlockStep implements Step<Account> {
  private static final String BLOCK = "/PublicAccessBlockConfiguration";

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Optional<PublicAccessBlockConfiguration> present =
        account
            .find(
                Reads.GET_ACCOUNT_PUBLIC_ACCESS_BLOCK,
                read(account),
                "NoSuchPublicAccessBlockConfiguration")
            .map(GetPublicAccessBlockResponse::publicAccessBlockConfiguration);
    Assessment.Builder found = Assessment.builder();
    if (present.isEmpty()) {
      found.missing(Note.of("none"));
    }
    facts(present.orElseGet(() -> PublicAccessBlockConfiguration.builder().build()), found);
    boolean done = present.isPresent() && judge(present.get(), found);
    if (!done) {
      found.info(Note.of("sites")).change(block(account, present));
    }
    return found.build();
  }

  private static GetPublicAccessBlockRequest read(Account account) {
    return GetPublicAccessBlockRequest.builder().accountId(account.identity().accountId()).build();
  }

  private static Change block(Account account, Optional<PublicAccessBlockConfiguration> before) {
    String id = account.identity().accountId();
    AwsRequest undo =
        before
            .<AwsRequest>map(was -> put(id, was))
            .orElseGet(() -> DeletePublicAccessBlockRequest.builder().accountId(id).build());
    return account
        .change("s3-public-access-block/account", put(id, all()))
        .verifiedBy(Reads.GET_ACCOUNT_PUBLIC_ACCESS_BLOCK, read(account), BLOCK)
        .undoneBy(before.isPresent() ? Effect.CHANGE : Effect.DELETE, undo)
        .build(before.isPresent() ? Effect.CHANGE : Effect.CREATE, Note.of("block"));
  }

  private static void facts(PublicAccessBlockConfiguration present, Assessment.Builder found) {
    found
        .fact("all-four", present.equals(all()))
        .fact(
            "ignored-and-restricted",
            Boolean.TRUE.equals(present.ignorePublicAcls())
                && Boolean.TRUE.equals(present.restrictPublicBuckets()));
  }

  @SuppressWarnings("ShortCircuitBoolean") // Each is said, whatever the others are.
  private static boolean judge(PublicAccessBlockConfiguration present, Assessment.Builder found) {
    return say(found, present.blockPublicAcls(), "BlockPublicAcls")
        & say(found, present.ignorePublicAcls(), "IgnorePublicAcls")
        & say(found, present.blockPublicPolicy(), "BlockPublicPolicy")
        & say(found, present.restrictPublicBuckets(), "RestrictPublicBuckets");
  }

  private static boolean say(Assessment.Builder found, Boolean on, String setting) {
    boolean good = Boolean.TRUE.equals(on);
    if (good) {
      found.ok(Note.of("on", setting));
    } else {
      found.missing(Note.of("off", setting));
    }
    return good;
  }

  private static PublicAccessBlockConfiguration all() {
    return PublicAccessBlockConfiguration.builder()
        .blockPublicAcls(true)
        .ignorePublicAcls(true)
        .blockPublicPolicy(true)
        .restrictPublicBuckets(true)
        .build();
  }

  private static PutPublicAccessBlockRequest put(
      String id, PublicAccessBlockConfiguration configuration) {
    return PutPublicAccessBlockRequest.builder()
        .accountId(id)
        .publicAccessBlockConfiguration(configuration)
        .build();
  }
}
