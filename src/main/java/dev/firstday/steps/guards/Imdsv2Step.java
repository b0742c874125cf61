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
import dev.firstday.steps.resources.Everywhere;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.GetInstanceMetadataDefaultsRequest;
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
    GetInstanceMetadataDefaultsRequest read = GetInstanceMetadataDefaultsRequest.builder().build();
    Assessment.Builder found = Assessment.builder();
    List<Account.Observed<InstanceMetadataDefaultsResponse>> regions =
        account.inEach(
            account.regions(answers.list("regions")),
            region -> defaults(account.read(Reads.GET_INSTANCE_METADATA_DEFAULTS, read, region)));
    Everywhere.fact(
        "everywhere", regions, one -> one.httpTokens() == HttpTokensState.REQUIRED, found);
    Everywhere.orUnknown(answers, found, "everywhere");
    for (Account.Observed<InstanceMetadataDefaultsResponse> seen : regions) {
      Assessment.Builder here = found.in(seen.region());
      seen.problem().ifPresent(here::unseen);
      seen.value().ifPresent(defaults -> judge(account, seen.region(), defaults, here));
    }
    return found.build();
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
    return account
        .change("imdsv2/" + region, require.build(), region)
        .verifiedBy(
            Reads.GET_INSTANCE_METADATA_DEFAULTS,
            GetInstanceMetadataDefaultsRequest.builder().build(),
            "/AccountLevel/HttpTokens",
            "/AccountLevel/HttpPutResponseHopLimit")
        .undoneBy(Effect.CHANGE, back.build())
        .build(Effect.CHANGE, Note.of("require", region));
  }
}
