package dev.firstday.aws.operations;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to take a write back: the operation, and what each member of its request may be, given
 * the write. What is not named here is refused.
 *
 * @param write the write, as {@code iam:CreateUser}
 * @param operation the API's name of the operation, of the same service as the write
 * @param members what may stand in its request, by path
 * @param holding the read that shows that no data is lost; empty if none can be
 */
record Inverse(
    String write, String operation, Map<String, MemberCheck> members, Optional<Holding> holding) {

  /** What may stand at a path. */
  @FunctionalInterface
  interface MemberCheck {
    /**
     * Whether it may.
     *
     * @param value what stands there; null if nothing does
     * @param account the account's number
     */
    boolean admits(@Nullable Object value, Change change, String account);

    /**
     * What stands there, if the write alone tells.
     *
     * @param member the member's path
     */
    default Optional<Object> told(Change write, String member) {
      return Optional.empty();
    }
  }

  /**
   * A read that shows whether a thing holds data.
   *
   * @param member the member of its request that names the thing
   * @param from the member of the write that names it
   */
  record Holding(String operation, String member, String from, List<String> fields) {}

  /** A write is taken back by another operation. */
  static Inverse undo(String write, String operation) {
    return new Inverse(write, operation, Map.of(), Optional.empty());
  }

  /** A write is taken back by the same operation. */
  static Inverse back(String write) {
    return undo(write, write.substring(write.indexOf(':') + 1));
  }

  /** With one more member. */
  Inverse and(String path, MemberCheck check) {
    Map<String, MemberCheck> more = new TreeMap<>(members);
    more.put(path, check);
    return new Inverse(write, operation, more, holding);
  }

  /** With members that are those of the write. */
  Inverse same(String... paths) {
    return each(Inverses::from, paths);
  }

  /** With members that are those of the write, and names that firstday gives. */
  Inverse ours(String... paths) {
    return each(Inverses::named, paths);
  }

  /** With members that the write has set, turned into this. */
  Inverse turned(Object wanted, String... paths) {
    return each(path -> Inverses.turned(path, wanted), paths);
  }

  /** With what was there before of members that the write has set. */
  Inverse before(String... paths) {
    return each(Inverses::before, paths);
  }

  /** With a policy that has no statement but those that the write's has. */
  Inverse fewerStatements(String path) {
    return and(path, Inverses.fewerStatements(path));
  }

  /** With members that hold what was there before: no write tells what that was. */
  Inverse restoring(String... paths) {
    return each(path -> (value, change, account) -> true, paths);
  }

  private Inverse each(Function<String, MemberCheck> check, String... paths) {
    Inverse with = this;
    for (String path : paths) {
      with = with.and(path, check.apply(path));
    }
    return with;
  }

  /** Only while a read shows no data. */
  Inverse holding(String read, String member, String from, String... fields) {
    return new Inverse(
        write, operation, members, Optional.of(new Holding(read, member, from, List.of(fields))));
  }

  /** What of an undo is not this way back, as a path or a name; empty if it is. */
  Optional<String> refuses(Change change, Change undo, String account) {
    if (!undo.operation().equals(operation)) {
      return Optional.of(undo.operation());
    }
    List<String> wrong = new ArrayList<>();
    unknown(undo.request(), "", wrong);
    members.forEach(
        (path, check) -> {
          Object value = Placeholders.at(undo.request(), path);
          if (!check.admits(value, change, account)) {
            wrong.add(path);
          }
        });
    return wrong.stream().findFirst().or(() -> unguarded(change, undo));
  }

  /** Finds what no member is for. */
  private void unknown(Object value, String path, List<String> wrong) {
    if (members.containsKey(path)) {
      return;
    }
    if (value instanceof Map<?, ?> map && (path.isEmpty() || leadsOn(path))) {
      map.forEach((key, item) -> unknown(item, path + "/" + key, wrong));
    } else {
      wrong.add(path);
    }
  }

  /** The request that takes a write back, where the write tells all of it. */
  Map<String, Object> request(Change write) {
    Map<String, Object> request = new TreeMap<>();
    members.forEach(
        (path, member) ->
            request.put(
                path.substring(1),
                member
                    .told(write, path)
                    .orElseThrow(() -> new IllegalArgumentException(write + ": " + path))));
    return request;
  }

  /** What this way back may put of a thing that was there. */
  Map<String, Object> restored(Map<?, ?> before) {
    return restored(before, "");
  }

  private Map<String, Object> restored(Map<?, ?> before, String path) {
    Map<String, Object> kept = new TreeMap<>();
    before.forEach(
        (name, value) -> {
          String member = path + "/" + name;
          if (members.containsKey(member)) {
            kept.put((String) name, value);
          } else if (value instanceof Map<?, ?> map && leadsOn(member)) {
            kept.put((String) name, restored(map, member));
          }
        });
    return kept;
  }

  private boolean leadsOn(String path) {
    return members.keySet().stream().anyMatch(member -> member.startsWith(path + "/"));
  }

  private Optional<String> unguarded(Change change, Change undo) {
    if (holding.isEmpty()) {
      return Optional.empty();
    }
    Holding wanted = holding.get();
    boolean guarded =
        undo.shows()
            .filter(read -> read.service().equals(change.service()))
            .filter(read -> read.operation().equals(wanted.operation()))
            .filter(read -> read.region().equals(change.region()))
            .filter(read -> Set.copyOf(read.fields()).equals(Set.copyOf(wanted.fields())))
            .filter(read -> names(read, wanted, change))
            .isPresent();
    return guarded ? Optional.empty() : Optional.of(wanted.operation());
  }

  private static boolean names(Read read, Holding wanted, Change change) {
    Object thing = Placeholders.at(change.request(), wanted.from());
    return thing != null
        && Objects.equals(Placeholders.at(read.request(), "/" + wanted.member()), thing)
        && Stream.of("MaxKeys", wanted.member()).toList().containsAll(read.request().keySet());
  }
}
