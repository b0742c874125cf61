package dev.firstday.tui;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Language;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Secret;
import dev.firstday.practice.Scenario;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.widgets.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One state of the wizard over the practice account, reached as a person reaches it. */
public record Scene(
    String name,
    Catalog catalog,
    Scenario scenario,
    Map<String, String> answers,
    Consumer<Driver> way,
    boolean first) {
  Scene(
      String name,
      Catalog catalog,
      Scenario scenario,
      Map<String, String> answers,
      Consumer<Driver> way) {
    this(name, catalog, scenario, answers, way, false);
  }

  public static Scene named(String name) {
    return all().stream().filter(scene -> scene.name().equals(name)).findFirst().orElseThrow();
  }

  public static List<Scene> all() {
    return List.of(
        first("setup", wizard -> wizard.hold().start()),
        first("setup-light", wizard -> wizard.hold().start().press(Key.DOWN, Key.RIGHT)),
        first("arrival", wizard -> wizard.start().press(Key.ENTER)),
        new Scene("presets", Accounts.ALL, Scenario.NEW, Map.of(), Scene::presets, true),
        new Scene(
            "presets-environment",
            Accounts.ALL,
            Scenario.NEW,
            Map.of(),
            wizard -> presets(wizard).press(Key.UP, Key.DOWN, Key.DOWN, Key.DOWN, Key.RIGHT),
            true),
        new Scene(
            "first-answers-all",
            Accounts.ALL,
            Scenario.NEW,
            Map.of(),
            wizard -> presets(wizard).press(Key.ENTER),
            true),
        first("first-answers", Scene::firstAnswers),
        fresh("signing-in", Scene::stay),
        of("signed-out", Scenario.OFFLINE, Driver::start),
        new Scene("no-region", Accounts.FIVE, Scenario.NEW, Map.of(), Scene::noRegion),
        fresh("signing-in-long", wizard -> wizard.clock.forward(Duration.ofSeconds(12))),
        fresh("list-checking", Scene::checking),
        fresh("list-waiting", wizard -> waiting(wizard.start())),
        fresh("detail-waiting", wizard -> waiting(atPolicy(wizard).press(Key.ENTER))),
        fresh("list", Driver::start),
        new Scene("list-all", Accounts.ALL, Scenario.NEW, Accounts.ANSWERS, Driver::start),
        of("list-denied", Scenario.DENIED, Driver::start),
        fresh("list-since", Scene::since),
        fresh("list-find", wizard -> wizard.start().type("/mfa")),
        fresh("detail", wizard -> atPolicy(wizard).press(Key.ENTER)),
        fresh("detail-end", wizard -> atPolicy(wizard).press(Key.ENTER, Key.END)),
        of("detail-denied", Scenario.DENIED, wizard -> wizard.start().type("nnn").press(Key.ENTER)),
        fresh("detail-script", wizard -> atPolicy(wizard).press(Key.ENTER).type("c")),
        fresh("detail-json", wizard -> atPolicy(wizard).press(Key.ENTER).type("cc")),
        of("answers-needed", Scenario.NEW, wizard -> wizard.start().type("a")),
        of(
            "answers-wrong",
            Scenario.NEW,
            wizard -> wizard.start().type("a").press(Key.DOWN, Key.DOWN).type("a@b")),
        of(
            "answers-draft",
            Scenario.NEW,
            wizard -> wizard.start().type("a").press(Key.DOWN, Key.DOWN).type("a@b").press(Key.UP)),
        fresh("answers", wizard -> wizard.start().type("nnn").press(Key.ENTER).type("e")),
        fresh("skip", wizard -> atPolicy(wizard).type("s")),
        fresh("plan", Scene::plan),
        new Scene("plan-denied", Accounts.FIVE, Scenario.DENIED, Accounts.ANSWERS, Scene::plan),
        fresh("plan-testing", wizard -> planned(wizard.start().hold())),
        fresh("plan-left-out", wizard -> plan(wizard).press(Key.DOWN).type(" ")),
        fresh("plan-ready", wizard -> plan(wizard).type("9012")),
        fresh("plan-open", wizard -> plan(wizard).press(Key.DOWN, Key.RIGHT)),
        fresh(
            "plan-change", wizard -> plan(wizard).press(Key.DOWN, Key.RIGHT, Key.DOWN, Key.ENTER)),
        fresh("plan-script", wizard -> plan(wizard).type("c")),
        fresh("applying", Scene::applying),
        fresh("stopping", wizard -> applying(wizard).type("q")),
        fresh("password", wizard -> asked(wizard, password())),
        fresh("enrol", wizard -> asked(wizard, enrolling(Optional.empty()))),
        fresh("enrol-refused", wizard -> asked(wizard, enrolling(Optional.of(wrongCodes())))),
        fresh(
            "enrol-later", wizard -> asked(wizard, enrolling(Optional.empty())).press(Key.ESCAPE)),
        fresh("renew", wizard -> asked(wizard, renewing("signin.mfa-ended", ""))),
        fresh(
            "renew-refused",
            wizard -> asked(wizard, renewing("signin.mfa-refused", "\nAccessDenied")).type("12")),
        fresh("agree", Scene::agreeing),
        fresh("result", wizard -> plan(wizard).type("9012").press(Key.ENTER)),
        fresh("result-failed", Scene::failed),
        fresh("ending", wizard -> plan(wizard).type("9012").press(Key.ENTER).type("v")),
        new Scene(
            "ending-all",
            Accounts.ALL,
            Scenario.NEW,
            Accounts.ANSWERS,
            wizard -> wizard.start().type("v")),
        fresh("history-empty", wizard -> wizard.start().type("l")),
        fresh(
            "history", wizard -> plan(wizard).type("9012").press(Key.ENTER, Key.ESCAPE).type("l")),
        fresh("undo", Scene::undo),
        new Scene(
            "undo-kept",
            Accounts.TRAIL,
            Scenario.NEW,
            Map.of(),
            wizard ->
                undo(wizard)
                    .press(Key.DOWN, Key.DOWN, Key.DOWN, Key.DOWN, Key.DOWN, Key.DOWN, Key.ENTER)),
        fresh("undo-applying", wizard -> undo(wizard).hold().type("9012").press(Key.ENTER)),
        fresh("undo-result", wizard -> undo(wizard).type("9012").press(Key.ENTER)),
        fresh(
            "history-undone",
            wizard -> undo(wizard).type("9012").press(Key.ENTER, Key.ENTER).type("l")),
        fresh("saved", wizard -> wizard.start().type("w")),
        fresh("by-hand", wizard -> wizard.start().press(Key.ENTER, Key.ENTER)),
        fresh("terms", wizard -> wizard.start().type("i")),
        fresh("help", wizard -> wizard.start().type("?")),
        fresh("help-found", wizard -> wizard.start().type("?aws")),
        fresh("bar-focus", wizard -> wizard.start().press(Key.TAB, Key.TAB)),
        fresh(
            "list-after",
            wizard -> plan(wizard).type("9012").press(Key.ENTER, Key.ESCAPE, Key.HOME)));
  }

  private static Scene first(String name, Consumer<Driver> way) {
    return new Scene(name, Accounts.FIVE, Scenario.NEW, Map.of(), way, true);
  }

  private static Scene fresh(String name, Consumer<Driver> way) {
    return new Scene(name, Accounts.FIVE, Scenario.NEW, Accounts.ANSWERS, way);
  }

  private static Scene of(String name, Scenario scenario, Consumer<Driver> way) {
    return new Scene(name, Accounts.FIVE, scenario, Map.of(), way);
  }

  public Driver in(Language language, Size size, Glyphs glyphs) {
    SetClock clock = new SetClock();
    Driver wizard =
        new Driver(
            Accounts.practice(catalog, scenario, answers, clock, first),
            clock,
            language,
            size,
            glyphs,
            first);
    way.accept(wizard);
    return wizard;
  }

  private static void noRegion(Driver wizard) {
    wizard.then(() -> wizard.app.actions.signIn.welcome(StartState.Welcome.noRegion()));
    wizard.settle();
  }

  private static void stay(Driver wizard) {}

  /** A look at two steps is on its way. */
  private static void checking(Driver wizard) {
    wizard.start();
    wizard.checking(Duration.ZERO, "password-policy", "budget");
  }

  /** The same, and a call does not come back. */
  private static Driver waiting(Driver wizard) {
    wizard.checking(Duration.ofSeconds(12), "password-policy", "budget");
    wizard.delays.accept(new Delay("iam GetAccountPasswordPolicy", 2, 3));
    // The scene alone knows that something is waited for; the next key takes the news away.
    return wizard.settle().press(Key.of('^'));
  }

  private static Driver presets(Driver wizard) {
    return wizard.start().press(Key.ENTER, Key.ENTER);
  }

  private static void firstAnswers(Driver wizard) {
    wizard.start().press(Key.ENTER, Key.ENTER);
  }

  /** Two steps stood otherwise when the wizard was last used. */
  private static void since(Driver wizard) {
    wizard.start();
    wizard.before(Map.of("root-mfa", Verdict.DONE, "budget", Verdict.TODO));
  }

  private static Driver atPolicy(Driver wizard) {
    return wizard.start().press(Key.END);
  }

  private static Driver plan(Driver wizard) {
    return planned(wizard.start());
  }

  private static Driver planned(Driver wizard) {
    wizard.type("a");
    wizard.clock.forward(Duration.ofSeconds(1));
    return wizard;
  }

  /** Everything is applied, and is now to be taken back. */
  private static Driver undo(Driver wizard) {
    plan(wizard).type("9012").press(Key.ENTER).type("U");
    wizard.clock.forward(Duration.ofSeconds(1));
    return wizard;
  }

  /** Two changes are made, the third one has to wait. */
  private static Driver applying(Driver wizard) {
    plan(wizard).hold().type("9012").press(Key.ENTER);
    Plan plan = ((PlanState.Applying) wizard.top()).plan();
    Plan.Planned first = plan.changes().get(0);
    Plan.Planned second = plan.changes().get(1);
    wizard.happened(new ApplyEvent.StepStarted(first.steps().getFirst()));
    wizard.happened(new ApplyEvent.ChangeStarted(first));
    wizard.clock.forward(Duration.ofMillis(1200));
    wizard.happened(new ApplyEvent.ChangeDone(first, "5c1d0b1e", Duration.ofMillis(1200)));
    wizard.happened(new ApplyEvent.ChangeStarted(second));
    wizard.clock.forward(Duration.ofSeconds(3));
    wizard.happened(new ApplyEvent.ChangeWaiting(second, notReady(), Duration.ofSeconds(2)));
    return wizard;
  }

  /** The apply goes on to something that a person is asked. */
  private static Driver asked(Driver wizard, ScreenState page) {
    return applying(wizard).then(() -> wizard.app.apply.ask(page));
  }

  private static ScreenState password() {
    return new PromptState.Password(
        new Person.NewPassword(
            "mio",
            "https://123456789012.signin.aws.amazon.com/console",
            Secret.of("x7#Kq-2mHd]8pWz(R5vT+e4N")));
  }

  /** A seed as long as AWS's, of which nothing depends. */
  private static ScreenState enrolling(Optional<Problem> refused) {
    Secret seed = Secret.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".repeat(2));
    return PromptState.Enrolling.of(new Person.Enrolment("mio", seed), refused);
  }

  private static ScreenState renewing(String code, String reason) {
    return PromptState.Renewing.of(
        new Problem(
            Problem.Kind.EXPIRED,
            "sts",
            "GetCallerIdentity",
            "us-east-1",
            code,
            "admin\narn:aws:iam::123456789012:mfa/aoi" + reason,
            "",
            Optional.empty(),
            List.of()));
  }

  private static Problem wrongCodes() {
    return problem(Problem.Kind.INVALID, "InvalidAuthenticationCode", Optional.empty());
  }

  private static void agreeing(Driver wizard) {
    applying(wizard);
    Plan plan = ((PlanState.Applying) wizard.top()).plan();
    wizard.then(() -> wizard.app.apply.ask(new PromptState.Agreeing(plan.changes().getFirst())));
  }

  private static void failed(Driver wizard) {
    applying(wizard);
    Plan plan = ((PlanState.Applying) wizard.top()).plan();
    Outcome outcome =
        new Outcome(
            Outcome.Ending.FAILED,
            plan.changes().subList(0, 1),
            plan.changes().subList(2, plan.changes().size()),
            Map.of(),
            Optional.empty(),
            List.of(new Outcome.Failure("", Optional.of(plan.changes().get(1)), denied())),
            Map.of());
    wizard.then(() -> wizard.app.apply.ended(plan, outcome));
  }

  static Problem notReady() {
    return problem(Problem.Kind.OTHER, "TooManyRequestsException", Optional.empty());
  }

  private static Problem denied() {
    return problem(
        Problem.Kind.DENIED,
        "AccessDeniedException",
        Optional.of(
            new Problem.Denial(
                "arn:aws:iam::123456789012:user/aoi", Problem.Denial.By.NO_IDENTITY_POLICY)));
  }

  private static Problem problem(Problem.Kind kind, String code, Optional<Problem.Denial> denial) {
    return new Problem(
        kind,
        "account",
        "PutAlternateContact",
        "us-east-1",
        code,
        "User is not authorized",
        "2b91c6f0",
        denial,
        List.of("account:PutAlternateContact"));
  }
}
