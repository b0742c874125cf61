package dev.firstday.cli;

import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.signin.settings.SdkDefaults;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.cli.run.StandardOutput;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.terminal.AlternateScreen;
import dev.firstday.terminal.Charmap;
import dev.firstday.terminal.Terminals;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The entry point. */
public final class Main {
  /** What the JDK must know before the first thread or connection. */
  public static final Map<String, String> PROPERTIES =
      Map.of(
          // A virtual thread that waits for a class to be initialised keeps its carrier. With as
          // few carriers as a small machine has cores the threads that the others wait for never
          // run.
          "jdk.virtualThreadScheduler.parallelism",
          "256",
          // The JDK keeps five idle connections a host; a check makes dozens of calls at once.
          "http.maxConnections",
          "200",
          // The JDK keeps a password from proxies on the way to https. Ours is in the proxy's own
          // variable, and goes to that proxy alone.
          "jdk.http.auth.tunneling.disabledSchemes",
          "",
          // It would say a wrong password twenty times: this counts tries at proxies, too. No
          // answer of AWS is a redirect that is followed.
          "http.maxRedirects",
          "2");

  private Main() {}

  /** Runs firstday and ends the process with its exit code. */
  public static void main(String[] arguments) {
    setProperties();
    System.exit(Cli.run(world(CallListener.NONE), arguments));
  }

  /** What the JDK and the SDK must know before the first thread, connection or client. */
  static void setProperties() {
    for (Map.Entry<String, String> property : PROPERTIES.entrySet()) {
      System.setProperty(property.getKey(), property.getValue());
    }
    SdkDefaults.set(System.getenv());
  }

  /** The process's own world, with somebody who hears of its calls. */
  static RunEnvironment world(CallListener listener) {
    Map<String, String> environment = environment();
    Charset shown = Charmap.of(environment).lines();
    return new RunEnvironment(
        environment,
        home(System.getenv("HOME")),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        writer(FileDescriptor.out, shown),
        writer(FileDescriptor.out, StandardCharsets.UTF_8),
        writer(FileDescriptor.err, shown),
        Terminals::interactive,
        Clock.systemUTC(),
        Thread::sleep,
        listener,
        new RunEnvironment.Ends(
            Terminals::typedAt,
            Terminals::shownAt,
            Terminals::onInterrupt,
            Optional.of(new AlternateScreen(new FileOutputStream(FileDescriptor.out)))),
        // A reference to its constructor would load it, and the SDK, before the first frame.
        (scenario, writes, calls, latency, clock, personAtWork) ->
            new PracticeAccount(scenario, writes, calls, latency, clock, personAtWork));
  }

  // XDG goes by the variable; Java's property is what the password file says, whatever HOME is.
  private static Path home(String variable) {
    return variable == null || variable.isEmpty()
        ? Path.of(System.getProperty("user.home"))
        : Path.of(variable);
  }

  // A native image would freeze the charset of the machine it was built on.
  private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
    return new PrintWriter(new StandardOutput(new FileOutputStream(descriptor)), true, charset);
  }

  // Java needs a locale with UTF-8 for arguments and names of files; where there is none the
  // launcher sets one, and says here what a person has.
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    Optional.ofNullable(environment.remove("FIRSTDAY_LC_ALL"))
        .ifPresent(locale -> environment.put("LC_ALL", locale));
    return environment;
  }
}
