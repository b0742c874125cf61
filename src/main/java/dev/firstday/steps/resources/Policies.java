package dev.firstday.steps.resources;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.policybuilder.iam.IamCondition;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamPrincipalType;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/**
 * IAM and resource policies: the same statements are always the same text, and a policy that is
 * there is added to, never written over.
 */
public final class Policies {
  private static final Pattern SCALAR = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|[-+.\\w]++");

  private Policies() {}

  /** The policy of some statements, as text. */
  public static String of(List<IamStatement> statements) {
    return json(IamPolicy.builder().statements(statements).build());
  }

  /** Writes one statement as a list, too: AWS takes it bare, but many tools that read it do not. */
  private static String json(IamPolicy policy) {
    String json = policy.toJson();
    String bare = "\"Statement\":{";
    int at = json.indexOf(bare);
    return at < 0
        ? json
        : json.substring(0, at)
            + "\"Statement\":[{"
            + json.substring(at + bare.length(), json.length() - 1)
            + "]}";
  }

  /** Lets a service assume a role. */
  public static IamStatement trust(String service) {
    return IamStatement.builder()
        .effect(IamEffect.ALLOW)
        .addPrincipal(IamPrincipalType.SERVICE, service)
        .addAction("sts:AssumeRole")
        .build();
  }

  /**
   * Lets a service do something.
   *
   * @param conditions values of keys that have to be just these
   */
  public static IamStatement allow(
      String sid, String service, String action, String resource, Map<String, String> conditions) {
    IamStatement.Builder statement =
        IamStatement.builder()
            .sid(sid)
            .effect(IamEffect.ALLOW)
            .addPrincipal(IamPrincipalType.SERVICE, service)
            .addAction(action)
            .addResource(resource);
    new TreeMap<>(conditions)
        .forEach(
            (key, value) -> statement.addCondition(IamConditionOperator.STRING_EQUALS, key, value));
    return statement.build();
  }

  /** Lets a role do something, as its own policy says it. */
  public static IamStatement permit(List<String> actions, String... resources) {
    IamStatement.Builder statement = IamStatement.builder().effect(IamEffect.ALLOW);
    actions.forEach(statement::addAction);
    List.of(resources).forEach(statement::addResource);
    return statement.build();
  }

  /** Keeps everybody out of a bucket who comes without TLS. */
  public static IamStatement tlsOnly(String bucketArn) {
    return IamStatement.builder()
        .sid("FirstdayTlsOnly")
        .effect(IamEffect.DENY)
        .addPrincipal(IamPrincipal.ALL)
        .addAction("s3:*")
        .addResource(bucketArn)
        .addResource(bucketArn + "/*")
        .addCondition(IamConditionOperator.BOOL, "aws:SecureTransport", "false")
        .build();
  }

  /**
   * A policy that is there.
   *
   * @param policy as it was read; empty if there is none
   * @param whole whether nothing was lost on the way: the reader leaves out what it does not know
   */
  public record Present(Optional<IamPolicy> policy, boolean whole) {
    private List<IamStatement> statements() {
      return policy.map(IamPolicy::statements).orElse(List.of());
    }

    /**
     * Whether its statements do what another one would. Where something of them was lost nobody can
     * tell: they then neither allow nor deny.
     */
    public boolean covers(IamStatement wanted) {
      return whole
          && statements().stream().anyMatch(statement -> Policies.covers(statement, wanted));
    }

    /** Those of some statements that it does not do. */
    List<IamStatement> lacking(List<IamStatement> wanted) {
      return wanted.stream().filter(statement -> !covers(statement)).toList();
    }

    /** Whom it lets in beside some. */
    List<IamPrincipal> allowedBeside(List<IamPrincipal> some) {
      return statements().stream()
          .filter(statement -> statement.effect().equals(IamEffect.ALLOW))
          .flatMap(statement -> statement.principals().stream())
          .filter(principal -> !some.contains(principal))
          .toList();
    }

    /**
     * The policy with some statements more; one of the same Sid makes way.
     *
     * @return empty if it can't be written back without loss
     */
    Optional<String> with(List<IamStatement> more) {
      if (!whole) {
        return Optional.empty();
      }
      List<String> sids = more.stream().map(IamStatement::sid).toList();
      List<IamStatement> statements = new ArrayList<>();
      statements().stream()
          .filter(statement -> statement.sid() == null || !sids.contains(statement.sid()))
          .forEach(statements::add);
      statements.addAll(more);
      return Optional.of(
          json(
              policy
                  .map(IamPolicy::toBuilder)
                  .orElseGet(IamPolicy::builder)
                  .statements(statements)
                  .build()));
    }
  }

  /** The text of a policy that IAM gives back percent-encoded; empty if it can't be read. */
  static String decoded(String document) {
    try {
      return document == null ? "" : URLDecoder.decode(document, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Reads a policy that may not be there; of one that can't be understood nothing is known. */
  public static Present read(Optional<String> text) {
    if (text.isEmpty()) {
      return new Present(Optional.empty(), true);
    }
    String quoted = quoted(text.get());
    try {
      IamPolicy policy = IamPolicy.fromJson(quoted);
      return new Present(Optional.of(policy), scalars(quoted).equals(scalars(policy.toJson())));
    } catch (RuntimeException | StackOverflowError e) {
      // The SDK's reader takes what it writes; AWS and its emulators have kept other things, too.
      return new Present(Optional.empty(), false);
    }
  }

  // The reader drops conditions whose values are no texts, and a "deny" without its condition would
  // lock everybody out. To AWS, false and "false" are the same.
  private static String quoted(String json) {
    return SCALAR
        .matcher(json)
        .replaceAll(
            value ->
                Matcher.quoteReplacement(
                    value.group().startsWith("\"") ? value.group() : "\"" + value.group() + "\""));
  }

  private static List<String> scalars(String json) {
    return SCALAR.matcher(json).results().map(MatchResult::group).sorted().toList();
  }

  private static boolean covers(IamStatement there, IamStatement wanted) {
    return there.effect().equals(wanted.effect())
        && wanted.principals().stream().allMatch(principal -> has(there.principals(), principal))
        && wanted.actions().stream()
            .allMatch(one -> there.actions().stream().anyMatch(a -> fits(a.value(), one.value())))
        && wanted.resources().stream()
            .allMatch(one -> there.resources().stream().anyMatch(r -> fits(r.value(), one.value())))
        // Fewer conditions allow, or deny, more.
        && there.conditions().stream()
            .allMatch(one -> wanted.conditions().stream().anyMatch(w -> same(w, one)));
  }

  private static boolean same(IamCondition one, IamCondition other) {
    return one.operator().equals(other.operator())
        && one.key().value().equalsIgnoreCase(other.key().value())
        && one.value().equals(other.value());
  }

  private static boolean has(List<IamPrincipal> there, IamPrincipal wanted) {
    return there.contains(wanted)
        || there.contains(IamPrincipal.ALL)
        || there.contains(IamPrincipal.create(IamPrincipalType.AWS, "*"))
            && wanted.equals(IamPrincipal.ALL);
  }

  private static boolean fits(String pattern, String text) {
    String regex =
        Stream.of(pattern.split("[*]", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(text).matches();
  }
}
