package dev.firstday.line;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Session;
import dev.firstday.terminal.Browser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What line mode says, for tests of other rooms. */
public final class Said {
  private Said() {}

  /** Everything it says of a step. */
  public static String ofStep(Session session, String step, Language language, Clock clock) {
    return said(session, language, clock, desk -> new StepPage(step).tell(desk));
  }

  /** Everything it says of a step that a person does. */
  public static String byHand(Session session, String step, Language language, Clock clock) {
    return said(session, language, clock, desk -> new ByHandPage(step).tell(desk));
  }

  /** Everything it says of each change of a step's plan. */
  public static String changes(Session session, String step, Language language, Clock clock) {
    return said(
        session,
        language,
        clock,
        desk ->
            session
                .plan(java.util.List.of(step))
                .changes()
                .forEach(planned -> new ChangeText(planned, desk).tell()));
  }

  /** The names of everything that can be chosen. */
  public static Set<String> acts() {
    return Stream.of(Act.values()).map(Enum::name).collect(Collectors.toSet());
  }

  private static String said(
      Session session, Language language, Clock clock, java.util.function.Consumer<Desk> page) {
    StringWriter out = new StringWriter();
    Desk desk =
        new Desk(
            options(session, language, clock),
            new Voice(
                new PlainTalk(
                    new BufferedReader(new StringReader("")), new PrintWriter(out), false),
                language,
                clock.getZone()));
    try {
      desk.connect();
    } catch (dev.firstday.engine.CallFailed e) {
      throw new IllegalStateException(e);
    }
    page.accept(desk);
    return out.toString();
  }

  static LineOptions options(Session session, Language language, Clock clock) {
    return new LineOptions(
        () -> Optional.of(session),
        "1.0",
        language,
        false,
        (tongue, lines) -> {},
        clock,
        Duration.ofSeconds(30),
        new Browser(Map.of()),
        new LineOptions.Files() {
          @Override
          public void report(Path file, Session of, Language in) throws IOException {
            throw new IOException("no reports here");
          }

          @Override
          public void text(Path file, String text) throws IOException {
            throw new IOException("no files here");
          }
        });
  }
}
