package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.steps.resources.Everywhere;
import java.util.List;
import java.util.Optional;

/**
 * Something that runs in a Region, and whether it has what a step wants. What is lacking is mended
 * only where the person named the thing: each is somebody's work.
 *
 * @param id what a person names it by, as {@code rds:shop}
 * @param arn its ARN, which names it too
 * @param mend what would give it what is lacking; empty where only a person can
 */
record Resource(String id, String arn, ResourceState state, Optional<Change> mend) {
  /** Whether a resource has what a step wants. */
  enum ResourceState {
    GOOD,
    MISSING,
    /** It was asked for, and AWS is at it. */
    PENDING
  }

  /**
   * A kind of resources.
   *
   * @param fact the code of the fact that all of them are good; empty where no control asks for it
   */
  record Sort(Optional<String> fact, ResourceFinder kind) {
    static Sort of(String fact, ResourceFinder kind) {
      return new Sort(Optional.of(fact), kind);
    }

    static Sort of(ResourceFinder kind) {
      return new Sort(Optional.empty(), kind);
    }

    private void state(
        List<Account.Observed<List<Resource>>> regions, Answers answers, Assessment.Builder found) {
      fact.ifPresent(
          code -> {
            Everywhere.judgement(code, regions, Sort::all, found);
            Everywhere.orUnknown(answers, found, code);
          });
    }

    private static Judgement all(List<Resource> resources) {
      return resources.stream().map(Resource::judgement).reduce(Judgement.MET, Judgement::and);
    }
  }

  private Judgement judgement() {
    return switch (state) {
      case GOOD -> Judgement.MET;
      case MISSING -> Judgement.NOT_MET;
      case PENDING -> Judgement.NOT_JUDGED;
    };
  }

  /** Finds the resources of one kind in a Region. */
  @FunctionalInterface
  interface ResourceFinder {
    List<Resource> find(Account account, String region, Answers answers) throws CallFailed;
  }

  /**
   * Judges some kinds, and plans what was named in the setting {@code resources}.
   *
   * @param sorts the kinds, each with the fact that all of its resources are good
   */
  static List<Resource> assess(
      List<Sort> sorts, Account account, Answers answers, Assessment.Builder found)
      throws CallFailed {
    List<String> regions = account.regions(answers.list("regions"));
    List<List<Account.Observed<List<Resource>>>> kinds =
        account.inParallel(
            sorts,
            sort -> account.inEach(regions, region -> sort.kind().find(account, region, answers)));
    for (int i = 0; i < kinds.size(); i++) {
      sorts.get(i).state(kinds.get(i), answers, found);
      judge(kinds.get(i), answers, found.apart());
    }
    boolean unseen =
        kinds.stream().flatMap(List::stream).anyMatch(seen -> seen.problem().isPresent());
    List<Resource> all =
        kinds.stream()
            .flatMap(List::stream)
            .flatMap(seen -> seen.value().stream())
            .flatMap(List::stream)
            .toList();
    if (all.isEmpty() && !unseen) {
      found.ok(Note.of("nothing"));
    }
    choices(all, unseen, answers, found);
    return all;
  }

  private static void judge(
      List<Account.Observed<List<Resource>>> ofOneKind, Answers answers, Assessment.Builder found) {
    for (Account.Observed<List<Resource>> seen : ofOneKind) {
      Assessment.Builder here = found.in(seen.region());
      seen.problem().ifPresent(here::unseen);
      seen.value().orElse(List.of()).forEach(resource -> resource.judge(answers, here));
    }
  }

  /** Says that the person can name resources, and which names belong to none. */
  private static void choices(
      List<Resource> all, boolean unseen, Answers answers, Assessment.Builder found) {
    all.stream()
        .filter(one -> one.mend().isPresent() && !one.named(answers))
        .findFirst()
        .ifPresent(one -> found.info(Note.of("choose", one.id())));
    if (!unseen) {
      answers.list("resources").stream()
          .filter(name -> all.stream().noneMatch(one -> one.is(name)))
          .forEach(name -> found.info(Note.of("not-there", name)));
    }
  }

  private void judge(Answers answers, Assessment.Builder here) {
    switch (state) {
      case GOOD -> here.ok(Note.of("good", id));
      case PENDING -> {
        Note note = Note.of("pending", id);
        here.missing(note).waiting(new Waiting(note, Optional.empty()));
      }
      case MISSING -> {
        here.missing(Note.of("lacking", id));
        if (named(answers)) {
          mend.ifPresentOrElse(here::change, () -> here.info(Note.of("by-hand", id)));
        }
      }
    }
  }

  private boolean named(Answers answers) {
    return named(id, arn, answers);
  }

  private boolean is(String name) {
    return name.equals(id) || name.equals(arn);
  }

  /** Whether the person named a thing in the setting {@code resources}. */
  static boolean named(String id, String arn, Answers answers) {
    List<String> names = answers.list("resources");
    return names.contains(id) || names.contains(arn);
  }

  /** One that is good, or else lacks what a change would give it. */
  static Resource of(String id, String arn, boolean good, Change mend) {
    return new Resource(
        id,
        arn,
        good ? ResourceState.GOOD : ResourceState.MISSING,
        good ? Optional.empty() : Optional.of(mend));
  }

  /** One that only a person can mend. */
  static Resource ofAPerson(String id, String arn, boolean good) {
    return new Resource(
        id, arn, good ? ResourceState.GOOD : ResourceState.MISSING, Optional.empty());
  }
}
