package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.SignIn;
import dev.firstday.engine.MemoryJournal;
import dev.firstday.engine.MemoryNotes;
import dev.firstday.engine.Session;
import dev.firstday.engine.SessionParts;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.root.PhoneNumbers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A journal that somebody has changed makes an undo call nothing that the honest one would not. */
class TamperedJournalTest {
  private static final String HOME = "ap-northeast-1";
  private static final String OPEN =
      "{\"Sid\":\"x\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\","
          + "\"Resource\":\"arn:aws:s3:::tanaka-works-logs/*\"}";

  private static final List<String> STEPS =
      List.of(
          "trail",
          "service-logs",
          "password-policy",
          "budget",
          "s3-public-access-block",
          "contact-phone",
          "cost-anomaly",
          "guardduty",
          "monitoring");

  private static final PracticeAccount PRACTICE =
      Bench.practice(Scenario.HALF_DONE, (service, operation, region) -> {});

  private static List<Journal.Entry> honest;
  private static Set<String> honestCalls;

  /** A journal to change: the first {@code started} entry of a change and its {@code done}. */
  private static final class Book {
    private final List<Journal.Entry> entries = new ArrayList<>();

    Book(List<Journal.Entry> some) {
      some.forEach(one -> entries.add(new Journal.Entry(one.at(), one.event(), copy(one.data()))));
    }

    Map<String, Object> change(String operation) {
      return entries.stream()
          .filter(entry -> entry.event().equals("started"))
          .map(entry -> map(entry.data().get("change")))
          .filter(change -> operation.equals(change.get("operation")))
          .filter(change -> !((List<?>) change.get("undo")).isEmpty())
          .findFirst()
          .orElseThrow(() -> new AssertionError(operation));
    }

    Map<String, Object> undo(String operation) {
      return map(((List<?>) change(operation).get("undo")).getFirst());
    }

    Map<String, Object> request(String operation) {
      return map(undo(operation).get("request"));
    }

    Map<String, Object> values(String operation) {
      Object id = change(operation).get("id");
      return entries.stream()
          .filter(entry -> entry.event().equals("done") && id.equals(entry.data().get("id")))
          .map(entry -> map(entry.data().get("values")))
          .findFirst()
          .orElseThrow();
    }

    /** Claims that a change was made. */
    void invent(String operation, Map<String, Object> request, String back, Object backRequest) {
      String service = operation.substring(0, operation.indexOf(':'));
      Map<String, Object> change = new LinkedHashMap<>();
      change.put("id", "invented");
      change.put("effect", "CHANGE");
      change.put("service", service);
      change.put("operation", operation.substring(operation.indexOf(':') + 1));
      change.put("region", HOME);
      change.put("request", request);
      change.put("why", copy(Map.of("code", "x", "values", List.of())));
      change.put(
          "shows",
          copy(
              Map.of(
                  "service",
                  "iam",
                  "operation",
                  "GetAccountPasswordPolicy",
                  "region",
                  HOME,
                  "request",
                  Map.of(),
                  "fields",
                  List.of())));
      Map<String, Object> undo = new LinkedHashMap<>(change);
      undo.put("id", "invented/undo");
      undo.put("operation", back);
      undo.put("request", backRequest);
      undo.put("undo", List.of());
      undo.remove("shows");
      change.put("undo", List.of(undo));
      Instant at = Instant.parse("2026-11-22T00:00:00Z");
      Map<String, Object> data = copy(Map.of("plan", "p", "id", "invented"));
      data.put("steps", List.of("trail"));
      data.put("change", change);
      entries.add(new Journal.Entry(at, "started", data));
      entries.add(
          new Journal.Entry(
              at.plusSeconds(1),
              "done",
              copy(Map.of("plan", "p", "id", "invented", "requestId", "", "values", Map.of()))));
    }
  }

  @SuppressWarnings("unchecked") // What the journal holds is data.
  private static Map<String, Object> map(Object data) {
    return (Map<String, Object>) data;
  }

  private static Map<String, Object> copy(Map<?, ?> data) {
    Map<String, Object> copy = new LinkedHashMap<>();
    data.forEach((key, value) -> copy.put((String) key, copied(value)));
    return copy;
  }

  private static Object copied(Object value) {
    return switch (value) {
      case Map<?, ?> map -> copy(map);
      case List<?> list -> new ArrayList<>(list.stream().map(TamperedJournalTest::copied).toList());
      default -> value;
    };
  }

  /** Reads the account, and writes down what is to be written instead of doing it. */
  private record Recording(Caller caller, List<String> writes) implements Caller {
    @Override
    public String accountId() throws CallFailed {
      return caller.accountId();
    }

    @Override
    public Optional<Map<String, Object>> read(Read read) throws CallFailed {
      return caller.read(read);
    }

    @Override
    public Optional<String> foreign(Change change, Change undo) {
      return caller.foreign(change, undo);
    }

    @Override
    public Optional<Read> tag(Change change) {
      return caller.tag(change);
    }

    @Override
    public Receipt write(Change change, Map<String, Object> request) {
      writes.add(change.service() + " " + change.operation() + " " + change.region() + request);
      return new Receipt("r", Map.of());
    }
  }

  private static Session session(MemoryJournal journal, Optional<List<String>> recorded) {
    try {
      SignIn.SignInResult signedIn = SignIn.to(PRACTICE, HOME, Optional.empty());
      return new Session(
          new SessionParts(
              Bench.CATALOG,
              signedIn.account().identity(),
              Steps.of(signedIn.account()),
              new AnswerBook(Bench.CATALOG, Map.of(), Bench.answers("regions", "home")),
              new AnswerRules(PhoneNumbers::international),
              new MemoryNotes(),
              journal,
              recorded
                  .<Caller>map(writes -> new Recording(signedIn.caller(), writes))
                  .orElse(signedIn.caller()),
              Clock.systemUTC(),
              null,
              signedIn.account()::invalidate),
          new dev.firstday.engine.account.Delays(),
          duration -> {},
          1);
    } catch (CallFailed e) {
      throw new AssertionError(e);
    }
  }

  @BeforeAll
  static void an_account_to_which_much_was_applied() {
    MemoryJournal journal = new MemoryJournal();
    for (String step : STEPS) {
      Session session = session(journal, Optional.empty());
      session.check(List.of(step));
      Plan plan = session.plan(List.of(step)).unattended();
      session.apply(
          plan.confirm(session.identity().lastFour()).orElseThrow(),
          Optional.empty(),
          event -> {},
          () -> false,
          RecoveryPrompt.NONE);
      PRACTICE.confirmMails();
    }
    honest = journal.entries();
    honestCalls = new TreeSet<>(calls(new Book(honest)));
  }

  /** What an undo of everything calls. */
  private static List<String> calls(Book book) {
    MemoryJournal journal = new MemoryJournal();
    book.entries.forEach(journal::append);
    List<String> writes = new ArrayList<>();
    Session session = session(journal, Optional.of(writes));
    List<String> all = Steps.ALL.stream().map(Steps.Registered::id).toList();
    Plan plan = session.undoPlan(all).plan();
    session.undo(
        plan.confirm(session.identity().lastFour()).orElseThrow(),
        event -> {},
        () -> false,
        RecoveryPrompt.NONE);
    return writes;
  }

  private static Arguments way(String name, Consumer<Book> tamper) {
    return Arguments.of(name, tamper);
  }

  private static void replace(Map<String, Object> undo, String call, Map<String, Object> request) {
    undo.put("service", call.substring(0, call.indexOf(':')));
    undo.put("operation", call.substring(call.indexOf(':') + 1));
    undo.put("request", request);
  }

  static Stream<Arguments> undos() {
    return Stream.of(
        way(
            "deletes a user",
            b -> replace(b.undo("CreateRole"), "iam:DeleteUser", Map.of("UserName", "aoi"))),
        way(
            "subscribes a stranger",
            b ->
                replace(
                    b.undo("CreateRole"),
                    "sns:Subscribe",
                    Map.of(
                        "TopicArn", "arn:aws:sns:" + HOME + ":123456789012:firstday-alerts",
                        "Protocol", "email",
                        "Endpoint", "evil@example.com"))),
        way(
            "makes a role",
            b ->
                replace(
                    b.undo("CreateRole"),
                    "iam:CreateRole",
                    Map.of("RoleName", "firstday-x", "AssumeRolePolicyDocument", "{}"))),
        way(
            "lets a role do everything",
            b ->
                replace(
                    b.undo("PutRolePolicy"),
                    "iam:PutRolePolicy",
                    Map.of(
                        "RoleName", "firstday-trail",
                        "PolicyName", "firstday-trail",
                        "PolicyDocument",
                            "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\","
                                + "\"Resource\":\"*\"}]}"))),
        way(
            "opens a bucket",
            b -> b.request("PutBucketPolicy").put("Policy", "{\"Statement\":[" + OPEN + "]}")),
        way(
            "opens a bucket behind the statements that are read",
            b -> {
              String policy = (String) b.request("PutBucketPolicy").get("Policy");
              b.request("PutBucketPolicy")
                  .put("Policy", "{\"Statement\":[" + OPEN + "]," + policy.substring(1));
            }),
        way(
            "takes back another bucket's policy",
            b -> b.request("PutBucketPolicy").put("Bucket", "x")),
        way("deletes another role", b -> b.request("CreateRole").put("RoleName", "admin")),
        way("deletes another trail's logs", b -> b.request("UpdateTrail").put("Name", "theirs")),
        way(
            "takes the trail to another bucket",
            b -> b.request("UpdateTrail").put("S3BucketName", "x")),
        way(
            "takes the trail to another log group",
            b -> b.request("UpdateTrail").put("CloudWatchLogsLogGroupArn", "arn:aws:logs:x")),
        way("goes to another Region", b -> b.undo("CreateFlowLogs").put("region", "us-west-2")),
        way(
            "goes to another account",
            b -> b.request("PutPublicAccessBlock").put("AccountId", "999999999999")),
        way(
            "changes the contact's name",
            b ->
                map(b.request("PutContactInformation").get("ContactInformation"))
                    .put("FullName", "Mallory")),
        way(
            "deletes another flow log by its request",
            b -> b.request("CreateFlowLogs").put("FlowLogIds", List.of("fl-1", "fl-2"))),
        way(
            "deletes what is no flow log by its answer",
            b -> b.values("CreateFlowLogs").put("/FlowLogIds/0", "vpc-1")),
        way(
            "removes another alert",
            b -> map(b.request("CreateNotification").get("Notification")).put("Threshold", 1.0)),
        way(
            "removes another filter",
            b -> b.request("PutMetricFilter").put("filterName", "theirs")),
        way(
            "removes other alarms",
            b -> b.request("PutMetricAlarm").put("AlarmNames", List.of("a"))),
        way(
            "removes one alarm more",
            b ->
                b.request("PutMetricAlarm")
                    .put(
                        "AlarmNames",
                        List.of(
                            map(b.change("PutMetricAlarm").get("request")).get("AlarmName"), "a"))),
        way(
            "unsubscribes from another topic",
            b ->
                b.values("Subscribe")
                    .put(
                        "/SubscriptionArn",
                        "arn:aws:sns:%s:123456789012:theirs:6b0e71bd-7e97-4d97-80ce-4a0994e55286"
                            .formatted(HOME))),
        way("deletes a log group that holds data", b -> b.undo("CreateLogGroup").remove("shows")),
        way(
            "looks for data elsewhere",
            b ->
                map(map(b.undo("CreateLogGroup").get("shows")).get("request"))
                    .put("logGroupNamePrefix", "other")),
        way(
            "looks for data that there never is",
            b -> map(b.undo("CreateLogGroup").get("shows")).put("fields", List.of("/none"))),
        way("looks at nothing", b -> b.change("UpdateAccountPasswordPolicy").remove("shows")),
        way(
            "looks at another thing",
            b -> map(map(b.change("CreateRole").get("shows")).get("request")).put("RoleName", "x")),
        way(
            "looks in another Region",
            b -> map(b.change("CreateRole").get("shows")).put("region", "x")),
        way(
            "adds a second call",
            b -> {
              Map<String, Object> more = copy(b.undo("CreateRole"));
              more.put("id", "more");
              map(more.get("request")).put("RoleName", "admin");
              List<Object> undos = new ArrayList<>((List<?>) b.change("CreateRole").get("undo"));
              undos.add(more);
              b.change("CreateRole").put("undo", undos);
            }),
        way(
            "adds what the API knows and no undo of ours has",
            b -> b.request("UpdateAccountPasswordPolicy").put("Unknown", true)));
  }

  static Stream<Arguments> inventions() {
    return Stream.of(
        way(
            "a write that has no way back",
            b ->
                b.invent(
                    "s3api:PutBucketEncryption",
                    Map.of("Bucket", "tanaka-works-logs"),
                    "DeleteBucket",
                    Map.of("Bucket", "tanaka-works-logs"))),
        way(
            "a topic by another name",
            b ->
                b.invent(
                    "sns:CreateTopic",
                    Map.of("Name", "firstday-alerts"),
                    "DeleteTopic",
                    Map.of("TopicArn", "arn:aws:sns:" + HOME + ":123456789012:theirs"))),
        way("no write of ours", b -> b.invent("iam:DeleteRole", Map.of(), "CreateRole", Map.of())),
        way(
            "a user without our tag",
            b -> {
              b.invent(
                  "iam:CreateUser",
                  Map.of("UserName", "aoi"),
                  "DeleteUser",
                  Map.of("UserName", "aoi"));
              map(b.entries.get(b.entries.size() - 2).data().get("change"))
                  .put(
                      "shows",
                      copy(
                          Map.of(
                              "service",
                              "iam",
                              "operation",
                              "GetUser",
                              "region",
                              HOME,
                              "request",
                              Map.of("UserName", "aoi"),
                              "fields",
                              List.of("/User/UserName"))));
            }),
        way(
            "a trail that we give no such name",
            b ->
                b.invent(
                    "cloudtrail:CreateTrail",
                    Map.of("Name", "main"),
                    "DeleteTrail",
                    Map.of("Name", "main"))),
        way(
            "a log group that we give no such name",
            b ->
                b.invent(
                    "logs:CreateLogGroup",
                    Map.of("logGroupName", "app"),
                    "DeleteLogGroup",
                    Map.of("logGroupName", "app"))),
        way(
            "an alarm that stops a machine",
            b ->
                b.invent(
                    "cloudwatch:PutMetricAlarm",
                    Map.of("AlarmName", "firstday-x", "AlarmActions", List.of()),
                    "PutMetricAlarm",
                    Map.of(
                        "AlarmName",
                        "firstday-x",
                        "AlarmActions",
                        List.of("arn:aws:automate:" + HOME + ":ec2:terminate")))),
        way(
            "a target elsewhere",
            b ->
                b.invent(
                    "events:PutTargets",
                    Map.of("Rule", "r", "Targets", List.of(Map.of("Id", "1", "Arn", "arn:a"))),
                    "PutTargets",
                    Map.of("Rule", "r", "Targets", List.of(Map.of("Id", "1", "Arn", "arn:b"))))),
        way(
            "a key that is switched off",
            b ->
                b.invent(
                    "iam:UpdateAccessKey",
                    Map.of("UserName", "ci", "AccessKeyId", "AKIA1", "Status", "Inactive"),
                    "UpdateAccessKey",
                    Map.of("UserName", "ci", "AccessKeyId", "AKIA1", "Status", "Inactive"))),
        way(
            "objects that expire at once",
            b ->
                b.invent(
                    "s3api:PutBucketLifecycleConfiguration",
                    Map.of("Bucket", "b", "LifecycleConfiguration", Map.of("Rules", List.of())),
                    "PutBucketLifecycleConfiguration",
                    Map.of(
                        "Bucket",
                        "b",
                        "LifecycleConfiguration",
                        Map.of("Rules", List.of(Map.of("ID", "all", "Status", "Enabled")))))));
  }

  @Test
  void the_honest_journal_takes_much_back() {
    assertTrue(honestCalls.size() > 20, honestCalls.toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"undos", "inventions"})
  void calls_nothing_that_the_honest_journal_would_not(String name, Consumer<Book> tamper) {
    Book book = new Book(honest);
    tamper.accept(book);
    List<String> calls = calls(book);
    assertEquals(List.of(), calls.stream().filter(call -> !honestCalls.contains(call)).toList());
    assertFalse(calls.isEmpty(), "the rest is taken back");
  }
}
