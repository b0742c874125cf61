package dev.firstday.steps.guards;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.steps.resources.Everywhere;
import software.amazon.awssdk.services.ec2.model.GetInstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.ManagedBy;
import software.amazon.awssdk.services.ec2.model.MetadataDefaultHttpTokensState;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataDefaultsRequest;

/**
 * New EC2 instances answer questions about themselves, and hand out their credentials, only to
 * IMDSv2: the session-oriented kind that a tricked web server can't be made to ask.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html">Configure
 *     instance metadata options for new instances</a>
 */
public final class Imdsv2Step implements Step<Account> {
  /** One hop is too few for a container on the instance. */
  private static final int HOPS = 2;

  private static final int NO_HOP_LIMIT = -1;

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    Everywhere.look(account, answers, found, region -> defaults(read(account, region).read()))
        .fact("everywhere", defaults -> defaults.httpTokens() == HttpTokensState.REQUIRED)
        .each((region, defaults, here) -> judge(account, region, defaults, here));
    return found.build();
  }

  private static Query<GetInstanceMetadataDefaultsResponse> read(Account account, String region) {
    return account.query(Reads.GET_INSTANCE_METADATA_DEFAULTS).in(region);
  }

  private static InstanceMetadataDefaultsResponse defaults(
      GetInstanceMetadataDefaultsResponse answer) {
    return answer.accountLevel() == null
        ? InstanceMetadataDefaultsResponse.builder().build()
        : answer.accountLevel();
  }

  private static void judge(
      Account account,
      String region,
      InstanceMetadataDefaultsResponse defaults,
      Assessment.Builder here) {
    if (defaults.httpTokens() == HttpTokensState.REQUIRED) {
      here.ok(Note.of("required"));
    } else if (defaults.managedBy() == ManagedBy.DECLARATIVE_POLICY) {
      here.missing(Note.of("managed"));
    } else {
      here.missing(Note.of("not-required")).change(require(account, region, defaults));
    }
  }

  private static Change require(
      Account account, String region, InstanceMetadataDefaultsResponse defaults) {
    ModifyInstanceMetadataDefaultsRequest.Builder require =
        ModifyInstanceMetadataDefaultsRequest.builder()
            .httpTokens(MetadataDefaultHttpTokensState.REQUIRED);
    ModifyInstanceMetadataDefaultsRequest.Builder back =
        ModifyInstanceMetadataDefaultsRequest.builder()
            .httpTokens(
                defaults.httpTokens() == null
                    ? MetadataDefaultHttpTokensState.NO_PREFERENCE.toString()
                    : defaults.httpTokensAsString());
    if (defaults.httpPutResponseHopLimit() == null) {
      require.httpPutResponseHopLimit(HOPS);
      back.httpPutResponseHopLimit(NO_HOP_LIMIT);
    }
    Query<?> read = read(account, region);
    return read.change("imdsv2/" + region, require)
        .verifiedBy(read, "/AccountLevel/HttpTokens", "/AccountLevel/HttpPutResponseHopLimit")
        .update(Note.of("require", region), back);
  }
}
