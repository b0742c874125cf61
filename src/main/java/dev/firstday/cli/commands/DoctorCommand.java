package dev.firstday.cli.commands;

import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.Mode;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.state.StateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** Looks at what firstday needs on this machine: one line each, with what would mend it. */
@CommandLine.Command
final class DoctorCommand extends BaseCommand {
  /** How one look went: whether it will do, and what was seen. */
  private record ProbeResult(String sign, String seen) {}

  private static ProbeResult good(String seen) {
    return new ProbeResult("[x]", seen);
  }

  private static ProbeResult bad(String seen) {
    return new ProbeResult("[!]", seen);
  }

  @Override
  public Integer call() {
    say("terminal", terminal());
    say("state", state());
    Map<String, String> given = composition().answers().require(composition().catalog());
    if (run().onPractice()) {
      say("credentials", credentials(given));
      return 0;
    }
    try {
      run().require(given);
    } catch (Exit e) {
      say("settings", bad(e.getMessage().replace("\n", "; ")));
      return 0;
    }
    say("region", region(given));
    Optional<Problem> problem = composition().signIn().reach(given);
    boolean clock = problem.filter(p -> p.kind() == Problem.Kind.CLOCK).isPresent();
    boolean answers = problem.isEmpty() || clock;
    ProbeResult trouble =
        problem.map(p -> bad(sentence(p))).orElseGet(() -> good(text("doctor.in-step")));
    say("network", answers ? good(text("doctor.answers")) : trouble);
    ProbeResult unknown = new ProbeResult("[?]", text("doctor.unknown"));
    say("clock", answers ? trouble : unknown);
    say("credentials", answers ? credentials(given) : unknown);
    return 0;
  }

  private void say(String what, ProbeResult look) {
    print("%s %s: %s".formatted(look.sign(), text("doctor." + what), look.seen()));
  }

  private ProbeResult terminal() {
    RunEnvironment world = world();
    String type = world.environment().getOrDefault("TERM", "-");
    List<String> missing = new ArrayList<>();
    if (!world.interactive().getAsBoolean()) {
      missing.add(text("doctor.no-terminal", type));
    }
    if (Mode.ci(world.environment())) {
      missing.add(text("doctor.ci"));
    }
    if (world.onlyEnglish()) {
      missing.add(text("doctor.ascii"));
    }
    return missing.isEmpty() ? good(type + ", UTF-8") : bad(String.join(" ", missing));
  }

  private ProbeResult state() {
    try {
      run().stateFolder().create();
      return run()
          .stateFolder()
          .trouble()
          .map(e -> bad(wording().problem(e)))
          .orElseGet(() -> good(run().stateFolder().path().toString()));
    } catch (StateException e) {
      return bad(wording().problem(e));
    }
  }

  private ProbeResult region(Map<String, String> given) {
    return run()
        .knownRegion(given)
        .map(DoctorCommand::good)
        .orElseGet(() -> bad(text("cli.no-region")));
  }

  /** Whose account it is, and who is signed in. */
  private ProbeResult credentials(Map<String, String> given) {
    try {
      return good(CheckTable.header(composition().signIn().whoIsSignedIn(given), wording()));
    } catch (CallFailed e) {
      return bad(sentence(e.problem()));
    }
  }
}
