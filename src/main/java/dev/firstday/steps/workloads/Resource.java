package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
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
 * @param good whether it has what a step wants; not judged while AWS is at it
 * @param mend what would give it what is lacking; empty where only a person can
 */
record Resource(String id, String arn, Judgement good, Optional<Change> mend) {
  /** Finds the resources of one kind in a Region. */
  @FunctionalInterface
  interface ResourceFinder {
    List<Resource> find(AccountRegion here, Answers answers) throws CallFailed;
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
  }

  /** One that is good, or else lacks what a change would give it. */
  static Resource of(String id, String arn, boolean good, Change mend) {
    return good
        ? ofAPerson(id, arn, true)
        : new Resource(id, arn, Judgement.NOT_MET, Optional.of(mend));
  }

  /** One that only a person can mend. */
  static Resource ofAPerson(String id, String arn, boolean good) {
    return new Resource(id, arn, Judgement.of(good), Optional.empty());
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
            sort ->
                account.inEach(regions, region -> sort.kind().find(account.in(region), answers)));
    for (int i = 0; i < kinds.size(); i++) {
      Everywhere<List<Resource>> kind = Everywhere.of(kinds.get(i), answers, found.apart());
      sorts.get(i).fact().ifPresent(code -> kind.judgement(code, Resource::all));
      kind.each((region, all, here) -> all.forEach(resource -> resource.say(answers, here)));
    }
    List<Account.Observed<List<Resource>>> seen = kinds.stream().flatMap(List::stream).toList();
    List<Resource> all =
        seen.stream().flatMap(one -> one.value().stream()).flatMap(List::stream).toList();
    boolean unseen = seen.stream().anyMatch(one -> one.problem().isPresent());
    if (all.isEmpty() && !unseen) {
      found.ok(Note.of("nothing"));
    }
    choices(all, unseen, answers, found);
    return all;
  }

  private static Judgement all(List<Resource> resources) {
    return resources.stream().map(Resource::good).reduce(Judgement.MET, Judgement::and);
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

  private void say(Answers answers, Assessment.Builder here) {
    switch (good) {
      case MET -> here.ok(Note.of("good", id));
      case NOT_JUDGED -> here.pending(Note.of("pending", id));
      case NOT_MET -> {
        here.missing(Note.of("lacking", id));
        if (named(answers)) {
          mend.ifPresentOrElse(here::change, () -> here.info(Note.of("by-hand", id)));
        }
      }
    }
  }

  /** Whether the person named it in the setting {@code resources}. */
  boolean named(Answers answers) {
    return answers.list("resources").stream().anyMatch(this::is);
  }

  private boolean is(String name) {
    return name.equals(id) || name.equals(arn);
  }
}
