package dev.firstday.line.model;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Session;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.terminal.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What the conversation is given.
 *
 * @param connector the way to a session; empty where nothing says which Region is home
 * @param version the program's version
 * @param again the command that opens the same account again
 * @param language the language to begin with
 * @param onlyEnglish whether the terminal can show no other language
 * @param firstRun whether nobody has chosen yet how firstday speaks
 * @param keep keeps language and mode for the next run
 * @param clock the time, and the zone that times are said in
 * @param heartbeat how long to be silent while something runs
 * @param browser opens pages, where that makes sense
 * @param files writes what was asked for
 */
public record LineOptions(
    SessionConnector connector,
    String version,
    String again,
    Language language,
    boolean onlyEnglish,
    boolean firstRun,
    BiConsumer<Language, Boolean> keep,
    Clock clock,
    Duration heartbeat,
    Browser browser,
    LineFiles files) {

  /** Finds out who is signed in and opens the session. */
  @FunctionalInterface
  public interface SessionConnector {
    Optional<Session> connect() throws CallFailed;
  }

  /** Writes files that a person asked for. */
  public interface LineFiles {
    /** Writes a report; its format goes by the end of the file's name. */
    void report(Path file, Session session, Language language) throws IOException;

    /** Writes a text. */
    void text(Path file, String text) throws IOException;

    /** Where the calls of this run are logged; empty if there were none. */
    Optional<String> log();
  }
}
