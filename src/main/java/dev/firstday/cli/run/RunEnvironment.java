package dev.firstday.cli.run;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.catalog.Language;
import dev.firstday.engine.apply.ApplyOrder;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.terminal.AlternateScreen;
import dev.firstday.terminal.Charmap;
import dev.firstday.text.PrintableWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The world a run happens in: the process's own, or a test's.
 *
 * @param environment environment variables
 * @param home the user's home folder
 * @param in what a person types
 * @param out the result, in what the terminal can show
 * @param documents what is no talk: data, scripts, reports; UTF-8 wherever it goes
 * @param err talk, in what the terminal can show
 * @param interactive whether a person sits at a terminal
 * @param clock the time
 * @param pause waits between two looks
 * @param listener hears of every AWS call
 * @param ends what is at both ends of the conversation
 * @param practice makes practice accounts
 */
public record RunEnvironment(
    Map<String, String> environment,
    Path home,
    BufferedReader in,
    PrintWriter out,
    PrintWriter documents,
    PrintWriter err,
    BooleanSupplier interactive,
    Clock clock,
    Sleeper pause,
    CallListener listener,
    Ends ends,
    Practice practice) {
  // Text for people gets to the terminal through these two alone.
  public RunEnvironment {
    out = PrintableWriter.to(out);
    err = PrintableWriter.to(err);
  }

  /** The same world with a variable set, as an option asks for. */
  public RunEnvironment with(String variable) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, "1");
    return new RunEnvironment(
        more, home, in, out, documents, err, interactive, clock, pause, listener, ends, practice);
  }

  /** The same world with nobody in it who could be asked. */
  public RunEnvironment withoutInput() {
    Ends mute = new Ends(() -> false, ends.shownAt(), ends.interrupts(), ends.alternate());
    return new RunEnvironment(
        environment,
        home,
        in,
        out,
        documents,
        err,
        () -> false,
        clock,
        pause,
        listener,
        mute,
        practice);
  }

  /**
   * Asks a question on one of the two: what is typed then, full-width forms as what they look like;
   * empty at the end of input.
   */
  public Optional<String> ask(PrintWriter terminal, String question) {
    terminal.print(question + " ");
    terminal.flush();
    try {
      return Optional.ofNullable(in.readLine())
          .map(line -> Normalizer.normalize(line, Normalizer.Form.NFKC).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** How many writes are made at the same time: as many as sensible, or as few as wanted. */
  int parallelism() {
    String wanted = environment.getOrDefault("FIRSTDAY_PARALLELISM", "");
    return wanted.matches("[1-8]") ? Integer.parseInt(wanted) : ApplyOrder.WIDEST;
  }

  /**
   * Whether the terminal can show English alone: Japanese has no form in ASCII that anybody reads.
   */
  public boolean onlyEnglish() {
    return Charmap.of(environment) == Charmap.ASCII;
  }

  /** The language that is spoken to whoever wants this one. */
  public Language spoken(Language wanted) {
    return onlyEnglish() ? Language.EN : wanted;
  }

  /** Makes the account of a run that practises. */
  @FunctionalInterface
  public interface Practice {
    /**
     * Makes an account.
     *
     * @param writes what was written to it before, and where the next writes go
     * @param latency how long each call takes
     * @param personAtWork whether somebody does meanwhile what only a person can
     */
    AwsApi account(
        Scenario scenario,
        WriteLog writes,
        CallListener listener,
        Duration latency,
        Clock clock,
        boolean personAtWork);
  }

  /** Waits; a test does something else meanwhile. */
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  /**
   * What standard input and output are.
   *
   * @param typedAt whether a person types at a terminal
   * @param shownAt whether what is said appears on a terminal
   * @param interrupts where to hear of Ctrl+C
   * @param alternate the alternate screen of the terminal at which things are shown; whether it may
   *     be used is for {@link Mode} to say
   */
  public record Ends(
      BooleanSupplier typedAt,
      BooleanSupplier shownAt,
      Interrupts interrupts,
      Optional<AlternateScreen> alternate) {}

  /** Hears of Ctrl+C, which else ends the process. */
  @FunctionalInterface
  public interface Interrupts {
    /**
     * From now on Ctrl+C does this instead.
     *
     * @param then may be called by another thread
     * @return lets Ctrl+C do again what it did before
     */
    Runnable listen(Runnable then);
  }
}
