package dev.firstday.steps.guards;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.Everywhere;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerStatus;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.CreateAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.DeleteAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
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

  /** Findings about access from outside the account, or outside the organization. */
  private static final Set<Type> EXTERNAL = Set.of(Type.ACCOUNT, Type.ORGANIZATION);

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    List<Account.Observed<List<AnalyzerSummary>>> regions =
        account.inEach(
            account.regions(answers.list("regions")), region -> analyzers(account, region));
    facts(regions, answers, found);
    for (Account.Observed<List<AnalyzerSummary>> seen : regions) {
      Assessment.Builder here = found.in(seen.region());
      seen.problem().ifPresent(here::unseen);
      seen.value().ifPresent(all -> judge(account, seen.region(), all, here));
    }
    return found.build();
  }

  private static void facts(
      List<Account.Observed<List<AnalyzerSummary>>> regions,
      Answers answers,
      Assessment.Builder found) {
    Everywhere.fact(
        "everywhere",
        regions,
        all ->
            all.stream()
                .filter(one -> EXTERNAL.contains(one.type()))
                .anyMatch(one -> one.status() == AnalyzerStatus.ACTIVE),
        found);
    Everywhere.fact(
        "all-active",
        regions,
        all -> all.stream().allMatch(one -> one.status() == AnalyzerStatus.ACTIVE),
        found);
    Everywhere.orUnknown(answers, found, "everywhere", "all-active");
  }

  private static List<AnalyzerSummary> analyzers(Account account, String region) throws CallFailed {
    List<AnalyzerSummary> all =
        account.pages(Reads.LIST_ANALYZERS, ListAnalyzersRequest.builder().build(), region).stream()
            .flatMap(page -> page.analyzers().stream())
            .toList();
    return Account.requiredInEach(
        Reads.LIST_ANALYZERS, all, AnalyzerSummary::name, AnalyzerSummary::type);
  }

  private static void judge(
      Account account, String region, List<AnalyzerSummary> all, Assessment.Builder here) {
    List<AnalyzerSummary> external =
        all.stream().filter(one -> EXTERNAL.contains(one.type())).toList();
    all.stream()
        .filter(one -> !external.contains(one))
        .forEach(one -> here.info(Note.of("paid", one.name(), one.typeAsString())));
    Optional<AnalyzerSummary> active =
        external.stream().filter(one -> one.status() == AnalyzerStatus.ACTIVE).findFirst();
    Optional<AnalyzerSummary> creating =
        external.stream().filter(one -> one.status() == AnalyzerStatus.CREATING).findFirst();
    if (active.isPresent()) {
      here.ok(Note.of("active", active.get().name()));
    } else if (creating.isPresent()) {
      Note note = Note.of("creating", creating.get().name());
      here.missing(note).waiting(new Waiting(note, Optional.empty()));
    } else if (external.stream().anyMatch(one -> one.type() == Type.ACCOUNT)) {
      // An account has one of the kind in each Region; this one has to be mended by hand.
      external.forEach(one -> here.missing(Note.of("broken", one.name(), one.statusAsString())));
    } else {
      here.missing(Note.of("none")).change(create(account, region));
    }
  }

  private static Change create(Account account, String region) {
    return account
        .change(
            "access-analyzer/" + region,
            CreateAnalyzerRequest.builder()
                .analyzerName(NAME)
                .type(Type.ACCOUNT)
                .tags(Map.of("CreatedBy", "firstday"))
                .build(),
            region)
        .verifiedBy(
            Reads.LIST_ANALYZERS, ListAnalyzersRequest.builder().build(), "/analyzers/0/status")
        .undoneBy(Effect.DELETE, DeleteAnalyzerRequest.builder().analyzerName(NAME).build())
        .build(Effect.CREATE, Note.of("analyzer", NAME, region));
  }
}
