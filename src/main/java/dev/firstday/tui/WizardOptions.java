package dev.firstday.tui;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Session;
import dev.firstday.engine.account.Delays;
import dev.firstday.terminal.Browser;
import dev.firstday.tui.model.DisplayPreferences;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the wizard is given.
 *
 * @param connector the way to a session
 * @param version the program's version, for the header
 * @param again the command that opens the same account again
 * @param look the look to begin with
 * @param firstRun whether nobody has chosen a look yet, so that it is asked for
 * @param keepLook keeps a look for the next run
 * @param clock the time
 * @param zone the zone that times are shown in, not asked for before there is one to show: to know
 *     it the JDK goes through every jar
 * @param browser opens pages, where that makes sense
 * @param environment the environment, for the clipboard's tools
 * @param files writes what a person wants to keep
 * @param alone shows a text on the normal screen and returns when Enter was pressed there; the full
 *     screen is left meanwhile
 * @param delays tells of calls that take long, from the sign-in on
 */
public record WizardOptions(
    Connector connector,
    String version,
    String again,
    DisplayPreferences look,
    boolean firstRun,
    Consumer<DisplayPreferences> keepLook,
    Clock clock,
    Supplier<ZoneId> zone,
    Browser browser,
    Map<String, String> environment,
    Files files,
    Consumer<String> alone,
    Delays delays) {

  /** Where plans and reports go when a person asks for them. */
  public interface Files {
    /**
     * Writes a file.
     *
     * @return where it is; empty if it could not be written
     */
    Optional<String> save(Session session, String name, String text);

    /** Where the calls of this run are logged; empty if there were none. */
    Optional<String> log();

    /** What a report on a session says, every step of which was looked at. */
    String report(Session session, Language language);
  }
}
