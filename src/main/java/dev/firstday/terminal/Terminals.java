package dev.firstday.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import org.jline.nativ.JLineNativeLoader;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.Signals;

/** Finds out whether there is a terminal, and opens it. */
public final class Terminals {
  private Terminals() {}

  /**
   * Whether a person is at both ends: standard input and output are terminals and the terminal can
   * do more than print. Builds no terminal, so that nothing is written to a pipe. (System.console()
   * does not help: from Java 22 on it may exist for pipes, too.)
   */
  public static boolean interactive() {
    return capable(System.getenv(), windows())
        && terminal(SystemStream.Input)
        && terminal(SystemStream.Output);
  }

  /** Whether standard input is a terminal. */
  public static boolean typedAt() {
    return terminal(SystemStream.Input);
  }

  /** Whether standard output is a terminal. */
  public static boolean shownAt() {
    return terminal(SystemStream.Output);
  }

  /**
   * From now on Ctrl+C does this instead of ending the process.
   *
   * @return restores what Ctrl+C did before
   */
  public static Runnable onInterrupt(Runnable then) {
    Object before = Signals.register("INT", then);
    return () -> Signals.unregister("INT", before);
  }

  /** Whether a terminal of this environment can do more than print. */
  public static boolean capable(Map<String, String> environment) {
    return capable(environment, windows());
  }

  static boolean capable(Map<String, String> environment, boolean windows) {
    String type = environment.getOrDefault("TERM", windows ? "xterm" : "dumb");
    return !type.isEmpty() && !type.equals("dumb");
  }

  private static boolean terminal(SystemStream stream) {
    return nativeLibrary()
        ? new JniTerminalProvider().isSystemStream(stream)
        : new ExecTerminalProvider().isPosixSystemStream(stream);
  }

  /**
   * The system's terminal. Closing it restores its settings. Where the native library cannot be
   * loaded, JLine uses {@code stty}.
   *
   * @param charset the charset of input and output
   */
  public static Terminal open(Charset charset) throws IOException {
    if (nativeLibrary() && !windows()) {
      return new SystemTerminal(System.getenv().getOrDefault("TERM", "xterm"), charset);
    }
    return TerminalBuilder.builder()
        .name("firstday")
        .system(true)
        .providers("jni,exec")
        .dumb(false)
        .nativeSignals(false)
        .encoding(charset)
        .build();
  }

  private static boolean nativeLibrary() {
    try {
      return JLineNativeLoader.initialize();
    } catch (LinkageError | RuntimeException e) {
      return false;
    }
  }

  private static boolean windows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
