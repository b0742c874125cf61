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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerStatus;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.CreateAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.Type;

/**
 * An analyzer that reports what can be reached from outside the account, in every chosen Region. It
 * is free; the kinds that cost money are neither made nor counted.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-external.html">IAM
 *     Access Analyzer external access</a>
 */
public final class AccessAnalyzerStep implements Step<Account> {
  private static final String NAME = "firstday-external-access";

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    Everywhere.look(
            account,
            answers,
            found,
            region ->
                read(account, region)
                    .all(
                        ListAnalyzersResponse::analyzers,
                        AnalyzerSummary::name,
                        AnalyzerSummary::type))
        .fact("everywhere", all -> all.stream().anyMatch(one -> external(one) && active(one)))
        .fact("all-active", all -> all.stream().allMatch(AccessAnalyzerStep::active))
        .each((region, all, here) -> judge(account, region, all, here));
    return found.build();
  }

  private static Query<ListAnalyzersResponse> read(Account account, String region) {
    return account.query(Reads.LIST_ANALYZERS).in(region);
  }

  /** Whether it finds access from outside the account, or from outside the organization. */
  private static boolean external(AnalyzerSummary analyzer) {
    return analyzer.type() == Type.ACCOUNT || analyzer.type() == Type.ORGANIZATION;
  }

  private static boolean active(AnalyzerSummary analyzer) {
    return analyzer.status() == AnalyzerStatus.ACTIVE;
  }

  private static void judge(
      Account account, String region, List<AnalyzerSummary> all, Assessment.Builder here) {
    List<AnalyzerSummary> external = all.stream().filter(one -> external(one)).toList();
    all.stream()
        .filter(one -> !external(one))
        .forEach(one -> here.info(Note.of("paid", one.name(), one.typeAsString())));
    Optional<AnalyzerSummary> active =
        external.stream().filter(AccessAnalyzerStep::active).findFirst();
    Optional<AnalyzerSummary> creating =
        external.stream().filter(one -> one.status() == AnalyzerStatus.CREATING).findFirst();
    if (active.isPresent()) {
      here.ok(Note.of("active", active.get().name()));
    } else if (creating.isPresent()) {
      here.pending(Note.of("creating", creating.get().name()));
    } else if (external.stream().anyMatch(one -> one.type() == Type.ACCOUNT)) {
      // An account has one of the kind in each Region; this one has to be mended by hand.
      external.forEach(one -> here.missing(Note.of("broken", one.name(), one.statusAsString())));
    } else {
      here.missing(Note.of("none")).change(create(account, region));
    }
  }

  private static Change create(Account account, String region) {
    Query<?> read = read(account, region);
    CreateAnalyzerRequest.Builder create =
        CreateAnalyzerRequest.builder()
            .analyzerName(NAME)
            .type(Type.ACCOUNT)
            .tags(Map.of("CreatedBy", "firstday"));
    return read.change("access-analyzer/" + region, create)
        .verifiedBy(read, "/analyzers/0/status")
        .create(Note.of("analyzer", NAME, region));
  }
}
