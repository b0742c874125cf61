package dev.firstday.bench;

import dev.firstday.aws.Recording.Call;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The longest chain of calls that depend on each other, found in what was recorded: a call depends
 * on another that had ended when it began if its Region or a value of its request stands in the
 * other's response and was not known without it.
 *
 * <p>Three orders show in no value and are named: nothing is asked of an account before it is known
 * whose it is; a credential report is asked for, waited for while AWS makes it, and read; it says
 * which users are looked at. Where else a call was made only because of what another said, but
 * carries nothing of that, the chain misses a link: it is rather too short than too long.
 */
final class Chain {
  /** Shorter values ({@code 1}, {@code USD}) stand in many responses by chance. */
  private static final int TELLING = 6;

  private static final String WHO = "sts:GetCallerIdentity";
  private static final String REPORT = "iam:GetCredentialReport";

  /** What sign-in asks beside it. */
  private static final Set<String> SIGN_IN =
      Set.of(
          WHO,
          "iam:ListAccountAliases",
          "freetier:GetAccountPlanState",
          "organizations:DescribeOrganization");

  /** What must have come before, where no value shows it. */
  private static final Map<String, String> ORDERED =
      Map.of(
          REPORT,
          "iam:GenerateCredentialReport",
          "iam:GetLoginProfile",
          REPORT,
          "iam:ListAccessKeys",
          REPORT);

  private Chain() {}

  /**
   * How long the chain is, in nanoseconds of calls.
   *
   * @param calls in the order they began in
   * @param known values that nobody had to read
   */
  static long longest(List<Call> calls, Collection<String> known) {
    Map<Call, Long> until = new HashMap<>();
    Map<Call, Set<String>> said = new HashMap<>();
    long longest = 0;
    for (Call call : calls) {
      Set<String> wanted = values(call.requestData());
      wanted.add(call.region());
      wanted.removeAll(known);
      long behind = 0;
      for (String value : wanted) {
        behind = Math.max(behind, firstSaid(value, call, until, said));
      }
      behind = Math.max(behind, ordered(call, until));
      until.put(call, behind + call.end() - call.start());
      said.put(call, values(call.responseData()));
      longest = Math.max(longest, until.get(call));
    }
    return longest;
  }

  /** When the value could be known at the earliest; 0 if nobody said it. */
  private static long firstSaid(
      String value, Call before, Map<Call, Long> until, Map<Call, Set<String>> said) {
    return until.keySet().stream()
        .filter(call -> call.end() <= before.start())
        .filter(call -> said.get(call).contains(value))
        .mapToLong(until::get)
        .min()
        .orElse(0);
  }

  /** When it could begin by the named orders. */
  private static long ordered(Call call, Map<Call, Long> until) {
    long behind = 0;
    for (Map.Entry<Call, Long> earlier : until.entrySet()) {
      String before = earlier.getKey().operation();
      boolean asksAgain = call.operation().equals(REPORT) && before.equals(REPORT);
      boolean first = before.equals(WHO) && !SIGN_IN.contains(call.operation());
      if (earlier.getKey().end() > call.start()) {
        continue;
      }
      if (asksAgain) {
        long pause = call.start() - earlier.getKey().end();
        behind = Math.max(behind, earlier.getValue() + pause);
      } else if (first || before.equals(ORDERED.get(call.operation()))) {
        behind = Math.max(behind, earlier.getValue());
      }
    }
    return behind;
  }

  private static Set<String> values(Object data) {
    Set<String> values = new HashSet<>();
    collect(data, values);
    return values;
  }

  private static void collect(Object data, Set<String> values) {
    switch (data) {
      case Map<?, ?> map -> map.values().forEach(value -> collect(value, values));
      case Collection<?> list -> list.forEach(value -> collect(value, values));
      case String text when text.length() >= TELLING -> values.add(text);
      default -> {}
    }
  }
}
