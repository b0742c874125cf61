package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.BentAnswers;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.plan.Plan;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;

/** No answer of AWS, however odd, ends a run: at most its step can't be judged. */
class OddAnswersTest {
  private static final String DEEP = "{\"Statement\":" + "[".repeat(20_000);

  /** One where much is missing, and one where all was written; only looked at. */
  private static final List<PracticeAccount> ACCOUNTS = List.of(account(), written());

  private static PracticeAccount account() {
    return Bench.practice(Scenario.HALF_DONE, CallListener.NONE);
  }

  private static PracticeAccount written() {
    PracticeAccount practice = account();
    new Bench(heard -> practice, Bench.ANSWERS).apply(ids().toArray(String[]::new));
    return practice;
  }

  /** An oddity by its name. */
  record Oddity(String name, BentAnswers.Bend bend) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Oddity texts(String name, java.util.function.UnaryOperator<String> other) {
    return new Oddity(name, (field, value) -> value instanceof String s ? other.apply(s) : value);
  }

  private static Oddity of(String name, Class<?> type, Object other) {
    return new Oddity(name, (field, value) -> type.isInstance(value) ? other : value);
  }

  private static Oddity arns(String name, String other) {
    return texts(name, text -> text.startsWith("arn:") ? other : text);
  }

  private static Oddity policies(String name, String other) {
    return texts(name, text -> text.startsWith("{") || text.startsWith("%7B") ? other : text);
  }

  private static Oddity lists(String name, java.util.function.UnaryOperator<List<Object>> other) {
    return new Oddity(
        name,
        (field, value) ->
            value instanceof List<?> list ? other.apply(new ArrayList<>(list)) : value);
  }

  private static String principal(String principal) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
        + principal
        + ",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";
  }

  /** Texts that things are told apart by: where all are absent, the first hides the others. */
  private static final List<String> ABSENT =
      List.of(
          "Arn",
          "BudgetName",
          "filterName",
          "InputTemplate",
          "logGroupName",
          "MonitorArn",
          "Name",
          "ResourceId",
          "S3BucketName",
          "s3BucketName",
          "type",
          "UserName",
          "VpcId");

  static Stream<Oddity> oddities() {
    return Stream.concat(everywhere(), ABSENT.stream().map(OddAnswersTest::without));
  }

  private static Oddity without(String absent) {
    return new Oddity(
        "no " + absent,
        (field, value) -> field.equals(absent) && value instanceof String ? null : value);
  }

  private static Stream<Oddity> everywhere() {
    return Stream.of(
        texts("no texts", text -> null),
        texts("empty texts", text -> ""),
        texts("blank texts", text -> " "),
        texts("long texts", text -> text + "x".repeat(20_000)),
        texts("texts with control characters", text -> "\u001b]0;x\u0007" + text),
        texts("texts in upper case", text -> text.toUpperCase(Locale.ROOT)),
        texts("texts in lower case", text -> text.toLowerCase(Locale.ROOT)),
        texts("unknown words", text -> "SOMETHING_NEW"),
        texts("texts that are numbers", text -> "-1"),
        arns("short ARNs", "arn:aws"),
        arns("ARNs that are none", "nothing"),
        arns("ARNs of nowhere", "arn:::::"),
        lists("no lists", list -> null),
        lists("empty lists", list -> List.of()),
        lists("lists of nothing", list -> Collections.singletonList(null)),
        lists(
            "lists with a hole",
            list -> {
              list.add(null);
              return list;
            }),
        lists(
            "everything twice",
            list -> {
              list.addAll(List.copyOf(list));
              return list;
            }),
        lists(
            "huge lists", list -> list.isEmpty() ? list : Collections.nCopies(40, list.getFirst())),
        lists("lists backwards", list -> list.reversed()),
        of("no times", Instant.class, null),
        of("times long ago", Instant.class, Instant.EPOCH),
        of("times never to come", Instant.class, Instant.MAX),
        of("times before all", Instant.class, Instant.MIN),
        new Oddity("no numbers", (field, value) -> value instanceof Number ? null : value),
        of("no integers but 0", Integer.class, 0),
        of("negative integers", Integer.class, -1),
        of("greatest integers", Integer.class, Integer.MAX_VALUE),
        of("no doubles but NaN", Double.class, Double.NaN),
        of("no booleans", Boolean.class, null),
        new Oddity("booleans turned", (field, value) -> value instanceof Boolean b ? !b : value),
        of("no structures", software.amazon.awssdk.core.SdkPojo.class, null),
        of("no maps", Map.class, null),
        of("empty maps", Map.class, Map.of()),
        of("no bytes", SdkBytes.class, null),
        of("empty bytes", SdkBytes.class, SdkBytes.fromUtf8String("")),
        of("bytes of nothing", SdkBytes.class, SdkBytes.fromUtf8String("\u0000,\n,,,\n")),
        of("a heading alone", SdkBytes.class, SdkBytes.fromUtf8String("user,arn\n<root_account>")),
        new Oddity(
            "a page that comes again and again",
            (field, value) ->
                field.endsWith("Token") || field.endsWith("Marker")
                    ? "again"
                    : field.equals("IsTruncated") ? Boolean.TRUE : value),
        policies("no policies", null),
        policies("policies of a null", "null"),
        policies("policies of a list", "[]"),
        policies("policies of a text", "\"x\""),
        policies("empty policies", "{}"),
        policies("policies that are no JSON", "{\"Statement\""),
        policies("deep policies", DEEP),
        policies("a statement of null", "{\"Statement\":null}"),
        policies("a list of null", "{\"Statement\":[null]}"),
        policies("an empty statement", "{\"Statement\":[{}]}"),
        policies("a statement that is an object", "{\"Statement\":{}}"),
        policies("a statement that is a text", "{\"Statement\":\"x\"}"),
        policies("a null principal", principal("null")),
        policies("a text principal", principal("\"arn:aws:iam::123456789012:root\"")),
        policies("a principal of null", principal("{\"AWS\":null}")),
        policies("a principal of numbers", principal("{\"AWS\":[1,{}]}")),
        policies("names in lower case", principal("\"*\"").toLowerCase(Locale.ROOT)),
        policies("a percent sign alone", "{%zz"));
  }

  /** What was written down, by step. */
  private static final class Faults implements FaultLog {
    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    @Override
    public Optional<String> add(String where, Throwable fault) {
      StackTraceElement at =
          Stream.of(fault.getStackTrace())
              .filter(one -> one.getClassName().startsWith("dev.firstday.steps"))
              .findFirst()
              .orElse(fault.getStackTrace().length == 0 ? null : fault.getStackTrace()[0]);
      all.add(where + " " + fault.getClass().getSimpleName() + " at " + at);
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @Timeout(30)
  @MethodSource("oddities")
  void an_odd_answer_is_no_fault_of_ours(Oddity oddity) {
    for (PracticeAccount practice : ACCOUNTS) {
      Bench bench = new Bench(listener -> new BentAnswers(practice, oddity.bend()), Bench.ANSWERS);
      Faults faults = new Faults();
      bench.session().listeners().onFault(faults);
      bench.session().check(ids());
      Plan plan = bench.session().plan(ids());
      bench.session().rights(plan);
      assertEquals(List.of(), List.copyOf(faults.all), "faults with " + oddity);
      assertTrue(ids().stream().allMatch(id -> bench.session().step(id).assessment().isPresent()));
    }
  }

  private static List<String> ids() {
    return Bench.CATALOG.steps().stream().map(StepEntry::id).toList();
  }
}
