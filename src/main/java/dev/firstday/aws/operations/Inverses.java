package dev.firstday.aws.operations;

import dev.firstday.aws.operations.Inverse.MemberCheck;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What takes back each write of {@link Writes}. An undo comes from a file; what it may call is
 * decided here, by the change that it is for, and nothing else is ever called.
 */
public final class Inverses {
  /** What firstday gives a name to itself begins so. */
  private static final String OURS = "firstday";

  private static final Pattern NUMBER = Pattern.compile("\\d{12}");

  // Words that reads of ours use and no request of a change does.
  private static final List<String> WORDS =
      List.of("resource-id", "Unassigned", "disableApiTermination");

  private Inverses() {}

  /**
   * What of an undo does not take a change back, as a path or a name; empty if it does.
   *
   * @param change the change, the values of its answer in their places
   * @param account the account's number
   */
  public static Optional<String> refuses(Change change, Change undo, String account) {
    if (!undo.service().equals(change.service())) {
      return Optional.of(undo.service());
    } else if (!undo.region().equals(change.region())) {
      return Optional.of(undo.region());
    }
    List<Inverse> ways = InverseTable.ALL.getOrDefault(key(change), List.of());
    List<String> wrong = new ArrayList<>();
    for (Inverse way : ways) {
      Optional<String> refused = way.refuses(change, undo, account);
      if (refused.isEmpty()) {
        return change.shows().flatMap(read -> elsewhere(read, change, undo));
      }
      refused.filter(path -> path.startsWith("/")).ifPresent(wrong::add);
    }
    return Optional.of(wrong.isEmpty() ? undo.operation() : wrong.getFirst());
  }

  /**
   * The change by another operation that takes a write back, made of what the write says.
   *
   * @throws IllegalArgumentException if it does not say enough
   */
  public static Change undoing(Change write, Effect effect) {
    Inverse way =
        InverseTable.ALL.getOrDefault(key(write), List.of()).stream()
            .filter(one -> !one.operation().equals(write.operation()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(key(write) + " has no way back"));
    return new Change(
        write.id() + "/undo",
        effect,
        write.service(),
        way.operation(),
        write.region(),
        way.request(write),
        Note.of(Change.UNDO),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /**
   * The request that puts back what was there.
   *
   * @param write the request that replaces it
   * @param before what was there; of it goes in what the way back of the write may hold
   */
  public static AwsRequest restoring(AwsRequest write, SdkPojo before) {
    Operation<?, ?> operation = Writes.thatTakes(write);
    return InverseTable.ALL.getOrDefault(operation.key(), List.of()).stream()
        .filter(way -> way.operation().equals(operation.name()))
        .findFirst()
        .map(way -> operation.request(way.restored(SdkJson.toData(before))))
        .orElseThrow(() -> new IllegalArgumentException(operation.key() + " restores nothing"));
  }

  /** Who may sign in or act is taken away only where its tag says that we made it. */
  public static Optional<Read> tag(Change change) {
    return switch (key(change)) {
      case "iam:CreateUser" -> tag(change, "GetUser", "UserName", "/User/Tags");
      case "iam:CreateRole" -> tag(change, "GetRole", "RoleName", "/Role/Tags");
      default -> Optional.empty();
    };
  }

  private static Optional<Read> tag(Change change, String read, String member, String path) {
    return Optional.ofNullable(change.request().get(member))
        .map(name -> new Read("iam", read, change.region(), Map.of(member, name), List.of(path)));
  }

  private static String key(Change change) {
    return change.service() + ":" + change.operation();
  }

  /** A look at another thing than the one that the change is about shows nothing. */
  private static Optional<String> elsewhere(Read read, Change change, Change undo) {
    if (!read.region().equals(change.region())) {
      return Optional.of(read.region());
    }
    List<Object> known = new ArrayList<>(WORDS);
    texts(change.request(), known);
    texts(undo.request(), known);
    List<Object> asked = new ArrayList<>();
    texts(read.request(), asked);
    return asked.stream()
        .filter(text -> !known.contains(text))
        .findFirst()
        .map(text -> read.operation() + " " + text);
  }

  private static void texts(@Nullable Object tree, List<Object> found) {
    switch (tree) {
      case String text -> found.add(text);
      case Map<?, ?> map -> map.values().forEach(item -> texts(item, found));
      case List<?> list -> list.forEach(item -> texts(item, found));
      case null, default -> {}
    }
  }

  /** A member whose value the write tells: from it, and from the member's path. */
  private record ToldMember(BiFunction<Change, String, @Nullable Object> value, MemberCheck check)
      implements MemberCheck {
    @Override
    public boolean admits(@Nullable Object there, Change change, String account) {
      return check.admits(there, change, account);
    }

    @Override
    public Optional<Object> told(Change write, String member) {
      return Optional.ofNullable(value.apply(write, member));
    }
  }

  private static Object reference(Change write, String path) {
    return Map.of(Placeholders.REF, References.name(write, path));
  }

  /** What the write has at a path, and of this account where it tells. */
  static MemberCheck from(String path) {
    return new ToldMember(
        (write, member) -> Placeholders.at(write.request(), path),
        (value, change, account) ->
            Objects.equals(value, Placeholders.at(change.request(), path)) && here(value, account));
  }

  /** The same, and a name that firstday gives. */
  static MemberCheck named(String path) {
    return new ToldMember(
        (write, member) -> Placeholders.at(write.request(), path),
        (value, change, account) ->
            from(path).admits(value, change, account)
                && value instanceof String name
                && name.startsWith(OURS));
  }

  /** One text, whatever the write has. */
  static MemberCheck exactly(Object wanted) {
    return (value, change, account) -> wanted.equals(value);
  }

  /** A member that the write has set, turned into this. */
  static MemberCheck turned(String path, Object wanted) {
    return (value, change, account) ->
        value == null || wanted.equals(value) && Placeholders.at(change.request(), path) != null;
  }

  /** A number that the write has raised, as it was. */
  static MemberCheck lower(String path) {
    return (value, change, account) ->
        value == null
            || value instanceof Integer was
                && Placeholders.at(change.request(), path) instanceof Integer raised
                && was >= 0
                && was < raised;
  }

  /** What was there before, of a member that the write has set. */
  static MemberCheck before(String path) {
    return (value, change, account) ->
        value == null || Placeholders.at(change.request(), path) != null;
  }

  /** An identifier that AWS has answered with. */
  static MemberCheck answered(String pattern) {
    Pattern shape = Pattern.compile(pattern);
    return new ToldMember(
        Inverses::reference,
        (value, change, account) ->
            value instanceof String text && shape.matcher(text).matches() && here(value, account));
  }

  /** A list of one name, which firstday gives. */
  static MemberCheck oneOf(String path) {
    return new ToldMember(
        (write, member) -> List.of(Objects.requireNonNull(Placeholders.at(write.request(), path))),
        (value, change, account) ->
            value instanceof List<?> list
                && list.size() == 1
                && named(path).admits(list.getFirst(), change, account));
  }

  /** A list of one identifier that AWS has answered with. */
  static MemberCheck oneAnswered(String pattern) {
    return new ToldMember(
        (write, member) -> List.of(reference(write, member + "/0")),
        (value, change, account) ->
            value instanceof List<?> list
                && list.size() == 1
                && answered(pattern).admits(list.getFirst(), change, account));
  }

  /** The role that a service has made for itself. */
  static MemberCheck serviceLinkedRole() {
    return new ToldMember(
        (write, member) -> "AWSServiceRoleForConfig",
        (value, change, account) ->
            "config.amazonaws.com".equals(Placeholders.at(change.request(), "/AWSServiceName"))
                && "AWSServiceRoleForConfig".equals(value));
  }

  /**
   * An ARN of this account that ends in a name of the write, which firstday gives.
   *
   * @param regional whether the ARN names the change's Region
   * @param kind what stands before the name, as {@code mfa/}
   */
  static MemberCheck arn(String service, boolean regional, String kind, String path) {
    return (value, change, account) ->
        value instanceof String text
            && Placeholders.at(change.request(), path) instanceof String name
            && name.startsWith(OURS)
            && text.matches("arn:aws[a-z-]*:.*")
            && text.endsWith(
                ":%s:%s:%s:%s%s"
                    .formatted(service, regional ? change.region() : "", account, kind, name))
            && text.split(":", -1).length == 6;
  }

  /** The ARN of a subscription to the topic of the write. */
  static MemberCheck subscription() {
    return new ToldMember(
        Inverses::reference,
        (value, change, account) ->
            value instanceof String text
                && Placeholders.at(change.request(), "/TopicArn") instanceof String topic
                && here(topic, account)
                && text.startsWith(topic + ":")
                && text.substring(topic.length() + 1).matches("[0-9a-fA-F-]{36}"));
  }

  /** A policy with no statement but those that the write's policy has. */
  static MemberCheck fewerStatements(String path) {
    return (value, change, account) ->
        value instanceof String policy
            && Placeholders.at(change.request(), path) instanceof String written
            && (policy.isEmpty() || PolicyStatements.isPartOf(policy, written));
  }

  /** A list of which each item is one of the write's, but for some members of it. */
  static MemberCheck itemsOf(String path, String... free) {
    return (value, change, account) ->
        value instanceof List<?> items
            && Placeholders.at(change.request(), path) instanceof List<?> written
            && items.stream()
                .allMatch(
                    item ->
                        written.stream()
                            .anyMatch(one -> without(one, free).equals(without(item, free))));
  }

  /**
   * Rules for a bucket's objects that the write has, too, but for when they delete; or that of our
   * name from before.
   */
  static MemberCheck rules(String path, String ours) {
    return (value, change, account) ->
        value instanceof List<?> items
            && items.stream()
                .allMatch(
                    item ->
                        itemsOf(path, "Expiration").admits(List.of(item), change, account)
                            || ours.equals(Placeholders.at(item, "/ID")));
  }

  private static Object without(Object item, String... members) {
    if (!(item instanceof Map<?, ?> map)) {
      return item;
    }
    Map<Object, Object> rest = new TreeMap<>(map);
    rest.keySet().removeAll(List.of(members));
    return rest;
  }

  /** Either. */
  static MemberCheck either(MemberCheck one, MemberCheck other) {
    return (value, change, account) ->
        one.admits(value, change, account) || other.admits(value, change, account);
  }

  /** Nothing, or what another allows. */
  static MemberCheck perhaps(MemberCheck check) {
    return (value, change, account) -> value == null || check.admits(value, change, account);
  }

  /** Topics of this account: an action of an alarm may also stop a machine. */
  static MemberCheck topics() {
    return (value, change, account) ->
        value instanceof List<?> list
            && list.stream()
                .allMatch(
                    one ->
                        one instanceof String arn
                            && arn.matches("arn:aws[a-z-]*:sns:[a-z0-9-]+:" + account + ":.+"));
  }

  /** Whether what names an account names this one. */
  private static boolean here(@Nullable Object value, String account) {
    List<Object> texts = new ArrayList<>();
    texts(value, texts);
    return texts.stream()
        .map(String::valueOf)
        .flatMap(
            text ->
                text.startsWith("arn:")
                    ? Stream.of(text.split(":", 6)).skip(4).limit(1)
                    : Stream.of(text))
        .filter(text -> NUMBER.matcher(text).matches())
        .allMatch(account::equals);
  }
}
