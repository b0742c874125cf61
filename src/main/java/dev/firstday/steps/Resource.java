package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.engine.Answers;
import dev.firstday.engine.Assessment;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Change;
import dev.firstday.engine.Note;
import dev.firstday.engine.Waiting;
import java.util.ArrayList;
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
record Resource(String id, String arn, State state, Optional<Change> mend) {
  /** Whether a resource has what a step wants. */
  enum State {
    GOOD,
    MISSING,
    /** It was asked for, and AWS is at it. */
    PENDING
  }

  /** Finds the resources of one kind in a Region. */
  @FunctionalInterface
  interface Kind {
    List<Resource> look(Account account, String region, Answers answers) throws CallFailed;
  }

  /** Judges all kinds, and plans what was named in the setting {@code resources}. */
  static List<Resource> assess(
      List<Kind> kinds, Account account, Answers answers, Assessment.Builder found)
      throws CallFailed {
    List<String> regions = account.regions(answers.list("regions"));
    List<Resource> all = new ArrayList<>();
    boolean unseen = false;
    for (List<Account.Seen<List<Resource>>> ofOneKind :
        account.atOnce(
            kinds,
            kind -> account.inEach(regions, region -> kind.look(account, region, answers)))) {
      Assessment.Builder foundOfKind = found.apart();
      for (Account.Seen<List<Resource>> seen : ofOneKind) {
        Assessment.Builder here = foundOfKind.in(seen.region());
        seen.problem().ifPresent(here::unseen);
        unseen |= seen.problem().isPresent();
        for (Resource resource : seen.value().orElse(List.of())) {
          all.add(resource);
          resource.judge(answers, here);
        }
      }
    }
    if (all.isEmpty() && !unseen) {
      found.ok(Note.of("nothing"));
    }
    all.stream()
        .filter(one -> one.mend().isPresent() && !one.named(answers))
        .findFirst()
        .ifPresent(one -> found.info(Note.of("choose", one.id())));
    if (!unseen) {
      answers.list("resources").stream()
          .filter(name -> all.stream().noneMatch(one -> one.is(name)))
          .forEach(name -> found.info(Note.of("not-there", name)));
    }
    return all;
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
        id, arn, good ? State.GOOD : State.MISSING, good ? Optional.empty() : Optional.of(mend));
  }

  /** One that only a person can mend. */
  static Resource ofAPerson(String id, String arn, boolean good) {
    return new Resource(id, arn, good ? State.GOOD : State.MISSING, Optional.empty());
  }
}
