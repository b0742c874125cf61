package dev.firstday.steps.guards;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.DesiredSetting;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
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
  private static final PublicAccessBlockConfiguration ALL =
      PublicAccessBlockConfiguration.builder()
          .blockPublicAcls(true)
          .ignorePublicAcls(true)
          .blockPublicPolicy(true)
          .restrictPublicBuckets(true)
          .build();

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    String id = account.identity().accountId();
    Assessment.Builder found = Assessment.builder();
    DesiredSetting<PublicAccessBlockConfiguration> block =
        DesiredSetting.find(
                account.query(Reads.GET_ACCOUNT_PUBLIC_ACCESS_BLOCK, r -> r.accountId(id)),
                "NoSuchPublicAccessBlockConfiguration",
                GetPublicAccessBlockResponse::publicAccessBlockConfiguration,
                found)
            .orMissing(Note.of("none"))
            .fact("all-four", ALL::equals)
            .fact("ignored-and-restricted", b -> ignores(b) && restricts(b));
    settings(block);
    if (!block.good()) {
      found.info(Note.of("sites"));
    }
    block.otherwise(
        "s3-public-access-block/account",
        ALL,
        wanted -> put(id, wanted),
        Note.of("block"),
        "/PublicAccessBlockConfiguration");
    return found.build();
  }

  private static void settings(DesiredSetting<PublicAccessBlockConfiguration> block) {
    on(block, "BlockPublicAcls", PublicAccessBlockConfiguration::blockPublicAcls);
    on(block, "IgnorePublicAcls", PublicAccessBlockConfiguration::ignorePublicAcls);
    on(block, "BlockPublicPolicy", PublicAccessBlockConfiguration::blockPublicPolicy);
    on(block, "RestrictPublicBuckets", PublicAccessBlockConfiguration::restrictPublicBuckets);
  }

  private static AwsRequest.Builder put(String id, PublicAccessBlockConfiguration block) {
    return PutPublicAccessBlockRequest.builder()
        .accountId(id)
        .publicAccessBlockConfiguration(block);
  }

  private static boolean ignores(PublicAccessBlockConfiguration block) {
    return Boolean.TRUE.equals(block.ignorePublicAcls());
  }

  private static boolean restricts(PublicAccessBlockConfiguration block) {
    return Boolean.TRUE.equals(block.restrictPublicBuckets());
  }

  private static void on(
      DesiredSetting<PublicAccessBlockConfiguration> block,
      String name,
      Function<PublicAccessBlockConfiguration, Boolean> setting) {
    block.rule(
        b -> Boolean.TRUE.equals(setting.apply(b)), Note.of("on", name), Note.of("off", name));
  }
}
