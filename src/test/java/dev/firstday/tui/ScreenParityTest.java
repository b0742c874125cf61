package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.line.Said;
import dev.firstday.line.model.LineOptions;
import dev.firstday.terminal.Glyphs;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever a screen shows is heard in line mode, of the same session at the same moment. */
class ScreenParityTest {
  private static final Size LARGE = new Size(160, 200);

  /** Texts of screens that lines lack or put otherwise, by the reason. */
  private static final Map<String, List<String>> PUT_OTHERWISE =
      Map.of(
          "names keys, or buttons to press",
          List.of(
              "tui.plan.gate",
              "tui.button.back",
              "tui.button.undo",
              "tui.plan.needs-digits",
              "tui.plan.ready",
              "tui.undo.ready",
              "tui.form.choose",
              "tui.ending.next.plan",
              "tui.ending.next.report",
              "tui.find.status",
              "tui.result.how.FAILED",
              "tui.undo.apply.kept",
              "tui.stop.question",
              "tui.stop.what",
              "tui.wait",
              "tui.wait.leave"),
          "tells what the screen does by itself: lines do nothing that nobody asked for",
          List.of("tui.by-hand.watching", "tui.status.browser", "tui.status.no-browser"),
          "is said once, when it happens, and not as long as it holds",
          List.of(
              "tui.identity.practice",
              "tui.identity.none",
              "tui.arrival.standing",
              "tui.arrival.looked",
              "tui.status.checking",
              "verdict.checking",
              "tui.progress.WAITING",
              "tui.progress.RETRY",
              "tui.apply.log",
              "tui.log.done",
              "tui.status.detail",
              "tui.plan.nothing-yet",
              "tui.result.next",
              "tui.result.done",
              "tui.undo.result.done",
              "tui.undo.stays",
              "tui.undo.keeps",
              "tui.undo.keeps-nothing",
              "tui.form.kept",
              "tui.history.count",
              "rights.testing",
              "tui.saved",
              "delay.again"),
          "has other words in a list of questions (nothing there, or missing)",
          List.of("tui.detail.unset", "tui.detail.needed"),
          "is about what is half typed: a line is whole when it is entered",
          List.of("tui.form.draft"),
          "is given to the screen alone by the scene; LineModeTest hears it",
          List.of("tui.since"),
          "speaks to eyes: the ear gets the same in groups and spelled",
          List.of(
              "person.password",
              "person.sign-in",
              "person.second-code",
              "tui.enrol.title",
              "tui.enrol.scan",
              "tui.enrol.leave"));

  /** How long something took so far, and when a line of the log was written. */
  private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d)?|[\\d.]+( s|秒)");

  /** Screens about the screen itself: its keys and its colours. */
  private static final Set<Class<? extends ScreenState>> ABOUT_ITSELF =
      Set.of(StartState.Help.class, StartState.Setup.class, StartState.Terms.class);

  @TestFactory
  Stream<DynamicTest> whatever_is_drawn_is_said() {
    return Scene.all().stream()
        .flatMap(
            scene ->
                Stream.of(Language.values())
                    .map(
                        language ->
                            DynamicTest.dynamicTest(
                                scene.name() + " " + language, () -> compare(scene, language))));
  }

  private static void compare(Scene scene, Language language) {
    Driver wizard = scene.in(language, LARGE, Glyphs.ASCII);
    if (ABOUT_ITSELF.contains(wizard.top().getClass())) {
      return;
    }
    List<String> parts = parts(wizard);
    String said = plain(said(wizard, language));
    List<String> missing =
        parts.stream().filter(part -> !isSaid(part, said) && !otherwise(part, language)).toList();
    assertEquals(List.of(), missing);
  }

  private static String said(Driver wizard, Language language) {
    if (wizard.session == null || wizard.top() instanceof StartState.Setup) {
      return Said.firstStart(connector(wizard.top()), language, wizard.clock);
    }
    Said said =
        new Said(wizard.session, language, wizard.clock, List.copyOf(wizard.app.model().made()));
    return said.account() + said.home() + said(wizard.top(), said, wizard, language);
  }

  private static LineOptions.SessionConnector connector(ScreenState top) {
    return top instanceof StartState.Welcome welcome && welcome.regionMissing()
        ? Optional::empty
        : () -> {
          throw new CallFailed(
              top instanceof StartState.Welcome welcome && welcome.trouble().isPresent()
                  ? welcome.trouble().get()
                  : Scene.notReady(),
              null);
        };
  }

  private static String said(ScreenState top, Said said, Driver wizard, Language language) {
    return switch (top) {
      case StartState.Welcome welcome ->
          Said.firstStart(connector(welcome), language, wizard.clock);
      case StartState.Setup setup -> Said.firstStart(connector(setup), language, wizard.clock);
      case StartState.Arrival arrival ->
          Said.firstStart(() -> Optional.of(wizard.session), language, wizard.clock);
      case StartState.Presets presets -> said.presets();
      case StepState.StepList steps -> said.list();
      case StepState.Detail detail ->
          said.step(detail.step()) + said.script(wizard.session.plan(List.of(detail.step())));
      case StartState.AnswerForm form ->
          said.answers(
              form.firstDay() ? List.of() : form.steps(), List.of("Aoi", "Operations", "a@b"));
      case PlanState.Planning planning ->
          planning
              .undo()
              .map(said::undo)
              .orElseGet(() -> said.plan(planning.steps(), planning.left(), planning.plan()));
      case PlanState.ChangeDetail change -> said.each(wizard.session.plan(change.change().steps()));
      case PlanState.KeptDetail kept -> said.undo(wizard.session.undoPlan(kept.kept().steps()));
      case PlanState.ScriptView script -> said.script(script.plan());
      case PlanState.Applying applying -> applying(applying, said);
      case PromptState.Stopping stopping ->
          applying((PlanState.Applying) wizard.app.view().stack().screens().get(1), said);
      case PlanState.Result result ->
          said.result(result.plan(), result.outcome(), result.undo())
              + said.plan(List.of(), Set.of(), result.plan());
      case PlanState.History history -> said.history();
      case PlanState.DayEnd ending -> said.summary();
      case StepState.ByHand byHand -> said.byHand(byHand.step());
      case PromptState.Skipping skipping -> said.skipping(skipping.step());
      case StartState.Help help -> "";
      case StartState.Terms terms -> "";
      case PromptState.Password password -> said.password(password.password());
      case PromptState.Agreeing agreeing -> said.agreeing(agreeing.change());
      case PromptState.Enrolling enrolling ->
          said.enrolling(enrolling.enrolment(), enrolling.refused());
      case PromptState.Renewing renewing -> said.renewing(renewing.problem());
    };
  }

  /** What has happened so far, told in the order of the rows. */
  private static String applying(PlanState.Applying state, Said said) {
    List<ApplyEvent> events = new ArrayList<>();
    for (PlanState.Applying.ChangeRow row : state.rows()) {
      if (row.progress() != PlanState.Applying.ChangeProgress.WAITING) {
        row.change().steps().forEach(step -> events.add(new ApplyEvent.StepStarted(step)));
        events.add(new ApplyEvent.ChangeStarted(row.change()));
        row.retryAt()
            .ifPresent(
                at ->
                    events.add(
                        new ApplyEvent.ChangeWaiting(
                            row.change(), Scene.notReady(), Duration.ofSeconds(2))));
      }
      if (row.progress() == PlanState.Applying.ChangeProgress.DONE) {
        events.add(
            new ApplyEvent.ChangeDone(row.change(), "5c1d0b1e", Duration.ofMillis(row.millis())));
      }
    }
    Outcome outcome =
        new Outcome(
            Outcome.Ending.STOPPED,
            List.of(),
            state.plan().changes(),
            Map.of(),
            Optional.empty(),
            List.of(),
            Map.of());
    return said.applying(state.plan(), events, outcome)
        + said.plan(List.of(), Set.of(), state.plan());
  }

  /** The pieces of text between signs and columns; the row of keys is for keys. */
  private static List<String> parts(Driver wizard) {
    List<Line> rows = wizard.frame().lines();
    return rows.subList(0, rows.size() - 1).stream()
        .map(Line::text)
        .flatMap(row -> Stream.of(row.split(" {2,}| \\| |\\[[ x~!?*#-]*]|\\([ *]\\)")))
        .map(part -> part.replaceFirst("^[ >*+~-]*(\\d{1,2}\\.? (?=\\D))?", ""))
        .map(part -> part.replaceFirst("\\.\\.\\.$", "").strip())
        .filter(part -> !plain(part).isEmpty() && !TIME.matcher(part).matches())
        .filter(part -> !part.startsWith("firstday >") && !part.startsWith("["))
        .toList();
  }

  /** Said in one piece, in two, or in the pieces that signs make of it. */
  private static boolean isSaid(String part, String said) {
    return said.contains(plain(part))
        || inTwo(part, said)
        || Stream.of(part.split("[:,;、。()]|(?<= )(?=\\d)"))
            .map(piece -> piece.strip().replaceFirst("^\\d{1,2} ", ""))
            .allMatch(piece -> said.contains(plain(piece)));
  }

  private static boolean inTwo(String part, String said) {
    return IntStream.range(0, part.length())
        .filter(i -> part.charAt(i) == ' ')
        .anyMatch(
            i ->
                said.contains(plain(part.substring(0, i)))
                    && said.contains(plain(part.substring(i))));
  }

  private static boolean otherwise(String part, Language language) {
    return PUT_OTHERWISE.values().stream()
        .flatMap(List::stream)
        .anyMatch(key -> isOf(plain(part), key, language));
  }

  /** Whether it is a text of the messages, whatever its values are, or one of its lines. */
  private static boolean isOf(String part, String key, Language language) {
    Object[] values = IntStream.range(0, 5).mapToObj(i -> "VALUE").toArray();
    List<String> pieces =
        List.of(plain(Messages.in(language).text(key, values)).split("VALUE", -1));
    Matcher matcher =
        Pattern.compile(pieces.stream().map(Pattern::quote).collect(Collectors.joining(".*")))
            .matcher(part);
    String known = pieces.stream().filter(piece -> !piece.isEmpty()).findFirst().orElseThrow();
    boolean begins =
        !matcher.matches()
            && matcher.hitEnd()
            && part.contains(known.substring(0, Math.min(6, known.length())));
    return matcher.matches()
        || begins
        || part.length() > 2 && pieces.stream().anyMatch(piece -> piece.endsWith(part));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Punct}、。：（）「」]", "");
  }
}
