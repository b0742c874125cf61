package dev.firstday.line;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Session;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.SessionEnded;
import dev.firstday.line.io.StreamLineIo;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.LineOptions;
import dev.firstday.line.model.Page;
import dev.firstday.line.model.RightsFact;
import dev.firstday.line.model.ScriptText;
import dev.firstday.line.pages.AskedPerson;
import dev.firstday.line.pages.ByHandPage;
import dev.firstday.line.pages.ChangeText;
import dev.firstday.line.pages.ChangeWriting;
import dev.firstday.line.pages.HistoryPage;
import dev.firstday.line.pages.HomePage;
import dev.firstday.line.pages.ListPage;
import dev.firstday.line.pages.OnboardingPages;
import dev.firstday.line.pages.PlanPage;
import dev.firstday.line.pages.Questions;
import dev.firstday.line.pages.ResultPage;
import dev.firstday.line.pages.SettingsPage;
import dev.firstday.line.pages.StepPage;
import dev.firstday.line.pages.SummaryPage;
import dev.firstday.line.pages.UndoPage;
import dev.firstday.terminal.Browser;
import dev.firstday.view.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What line mode says, for tests of other rooms.
 *
 * @param made what was changed before
 */
public record Said(Session session, Language language, Clock clock, List<Plan.Planned> made) {
  /** Enter, as often as anything asks. */
  private static final String ENTER = "\n".repeat(500);

  public Said(Session session, Language language, Clock clock) {
    this(session, language, clock, List.of());
  }

  /** The names of everything that can be chosen. */
  public static Set<String> acts() {
    return Stream.of(LineCommand.values()).map(Enum::name).collect(Collectors.toSet());
  }

  /** The first start, from hello until nobody answers any more. */
  public static String firstStart(
      LineOptions.SessionConnector connector, Language language, Clock clock) {
    StringWriter out = new StringWriter();
    LineOptions options = options(connector, language, clock, true);
    new LineWizard(options, talk("\n1\n1\n", out)).run();
    return out.toString();
  }

  /** How the account stands, and all steps. */
  public String list() {
    return said(ListPage::find, "mfa\n")
        + said(context -> new ListPage().choices(context).get(1).then().get(), ENTER)
        + session.steps().stream().map(step -> step(step.id())).collect(Collectors.joining());
  }

  public String home() {
    return page(new HomePage());
  }

  public String step(String id) {
    return page(new StepPage(id));
  }

  public String byHand(String id) {
    return page(new ByHandPage(id));
  }

  public String skipping(String id) {
    return said(context -> StepPage.skip(session.step(id), context).then().get(), ENTER);
  }

  public String presets() {
    return said(context -> new OnboardingPages(context).presets(), ENTER);
  }

  /**
   * Every question about some steps; those of the first day, where there are none.
   *
   * @param typed the first answers; the rest is left as it is
   */
  public String answers(List<String> steps, List<String> typed) {
    return said(
        context -> {
          Questions questions = new Questions(context);
          if (steps.isEmpty()) {
            questions.askFirst();
          } else {
            context.writer().tell("tui.form.intro");
            questions.complete(steps);
            questions.askAll(Question.of(steps, context.snapshot()));
          }
        },
        typed.stream().map(line -> line + "\n").collect(Collectors.joining()) + ENTER);
  }

  /** A plan, everything about each change, and the question for the digits. */
  public String plan(List<String> steps, Set<String> left, Plan plan) {
    return page(new PlanPage(steps, left, plan, new RightsFact(plan, session)))
        + each(plan)
        + said(context -> PlanPage.confirm(plan, false, context), "1234\n\n");
  }

  /** The same for what is taken back. */
  public String undo(UndoPlan undo) {
    return page(new UndoPage(undo, new RightsFact(undo.plan(), session)))
        + each(undo.plan())
        + said(context -> PlanPage.confirm(undo.plan(), true, context), "1234\n\n");
  }

  /** Everything about each change of a plan. */
  public String each(Plan plan) {
    return said(context -> plan.changes().forEach(one -> new ChangeText(one, context).tell()), "");
  }

  /** A plan as commands and as data, read out. */
  public String script(Plan plan) {
    return said(
        context -> ScriptText.choices(plan, context).forEach(one -> one.then().get()), "n\nn\n");
  }

  /** An apply or an undo in which this happens, and each of its calls. */
  public String applying(Plan plan, List<ApplyEvent> events, Outcome outcome) {
    return said(
        context -> {
          ChangeWriting writing = new ChangeWriting(context);
          writing.write(
              plan,
              "line.applying",
              listener -> {
                events.forEach(listener);
                return outcome;
              });
          Page result = new ResultPage(plan, outcome, Optional.empty(), writing.calls());
          tell(result, context);
          result.choices(context).stream()
              .filter(choice -> choice.text().equals(context.writer().text("line.calls")))
              .forEach(choice -> choice.then().get());
        },
        "");
  }

  public String result(Plan plan, Outcome outcome, Optional<UndoPlan> undo) {
    return page(new ResultPage(plan, outcome, undo, List.of()));
  }

  public String password(Person.NewPassword password) {
    return asked(person -> person.reveal(password));
  }

  public String enrolling(Person.Enrolment enrolment, Optional<Problem> refused) {
    return asked(person -> person.codes(enrolment, Optional.empty()))
        + asked(person -> person.codes(enrolment, refused));
  }

  public String renewing(Problem problem) {
    return said(
        context -> {
          ChangeWriting writing = new ChangeWriting(context);
          writing.write(
              session.plan(List.of()),
              "line.applying",
              listener -> {
                listener.accept(new ApplyEvent.Paused(problem, Note.of("remedy.EXPIRED.mfa")));
                try {
                  new AskedPerson(context).code(problem);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                throw new SessionEnded();
              });
        },
        "1\n\n");
  }

  /** An apply from its beginning to its end, with what a person types in it. */
  public String carriedOut(Plan.Confirmed plan, String typed) {
    return said(
        context -> context.writer().say(new ChangeWriting(context).apply(plan).ending().name()),
        typed);
  }

  public String agreeing(Plan.Planned change) {
    return asked(person -> person.agrees(change));
  }

  public String history() {
    return page(new HistoryPage());
  }

  public String summary() {
    return page(new SummaryPage());
  }

  /** Who is signed in, and what holds for the whole account. */
  public String account() {
    return page(new SettingsPage());
  }

  private String page(Page page) {
    return said(context -> tell(page, context), "");
  }

  /** What is said on coming to it, and what can be chosen. */
  private static void tell(Page page, LineContext context) {
    page.tell(context);
    page.choices(context).forEach(choice -> context.writer().say(choice.text()));
  }

  /** Something that a person is asked in the middle. */
  @FunctionalInterface
  private interface Asking {
    void ask(Person person) throws InterruptedException;
  }

  private String asked(Asking asking) {
    return said(
        context -> {
          try {
            context
                .waiting()
                .writing(
                    "line.applying.waiting",
                    () -> {
                      try {
                        asking.ask(new AskedPerson(context));
                        return true;
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    },
                    () -> {});
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        "1\n\n\n");
  }

  private String said(Consumer<LineContext> saying, String typed) {
    StringWriter out = new StringWriter();
    LineContext context =
        new LineContext(
            options(() -> Optional.of(session), language, clock, false),
            new LineWriter(talk(typed, out), language, clock.getZone()));
    try {
      context.connect();
    } catch (CallFailed e) {
      throw new IllegalStateException(e);
    }
    context.made().addAll(made);
    try {
      saying.accept(context);
    } catch (SessionEnded e) {
      // Nobody said more than that.
    }
    return out.toString();
  }

  private static StreamLineIo talk(String typed, StringWriter out) {
    return new StreamLineIo(
        new BufferedReader(new StringReader(typed)), new PrintWriter(out), false);
  }

  public static LineOptions options(
      LineOptions.SessionConnector connector, Language language, Clock clock, boolean firstRun) {
    return new LineOptions(
        connector,
        "1.0",
        "firstday",
        language,
        false,
        firstRun,
        (tongue, lines) -> {},
        clock,
        Duration.ofSeconds(30),
        new Browser(Map.of()),
        new LineOptions.LineFiles() {
          @Override
          public void report(Path file, Session of, Language in) throws IOException {
            throw new IOException("no reports here");
          }

          @Override
          public void text(Path file, String text) throws IOException {
            throw new IOException("no files here");
          }

          @Override
          public Optional<String> log() {
            return Optional.empty();
          }
        });
  }
}
