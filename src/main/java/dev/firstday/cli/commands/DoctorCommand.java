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
@CommandLine.Command(name = "doctor")
final class DoctorCommand extends BaseCommand {
  /** How one look went: whether it will do, and what was seen. */
  private record ProbeResult(String sign, String seen) {
    static ProbeResult good(String seen) {
      return new ProbeResult("[x]", seen);
    }

    static ProbeResult bad(String seen) {
      return new ProbeResult("[!]", seen);
    }

    static ProbeResult unknown(String why) {
      return new ProbeResult("[?]", why);
    }
  }

  @Override
  public Integer call() {
    say("terminal", terminal());
    say("state", state());
    Map<String, String> given = composition().answers().require(composition().catalog());
    if (composition().options().practice().isPresent()) {
      say("credentials", credentials(given));
      return 0;
    }
    try {
      composition().settings().require(given);
    } catch (Exit e) {
      say("settings", ProbeResult.bad(e.getMessage().replace("\n", "; ")));
      return 0;
    }
    say("region", region(given));
    Optional<Problem> problem = composition().signIn().reach(given);
    boolean clock = problem.filter(p -> p.kind() == Problem.Kind.CLOCK).isPresent();
    boolean answers = problem.isEmpty() || clock;
    ProbeResult trouble =
        problem.map(p -> ProbeResult.bad(sentence(p))).orElseGet(() -> good("in-step"));
    say("network", answers ? good("answers") : trouble);
    say("clock", answers ? trouble : unknown());
    say("credentials", answers ? credentials(given) : unknown());
    return 0;
  }

  private void say(String what, ProbeResult look) {
    print("%s %s: %s".formatted(look.sign(), messages().text("doctor." + what), look.seen()));
  }

  private ProbeResult terminal() {
    RunEnvironment world = composition().world();
    String type = world.environment().getOrDefault("TERM", "-");
    List<String> missing = new ArrayList<>();
    if (!world.interactive().getAsBoolean()) {
      missing.add(messages().text("doctor.no-terminal", type));
    }
    if (Mode.ci(world.environment())) {
      missing.add(messages().text("doctor.ci"));
    }
    if (world.onlyEnglish()) {
      missing.add(messages().text("doctor.ascii"));
    }
    return missing.isEmpty()
        ? ProbeResult.good(type + ", UTF-8")
        : ProbeResult.bad(String.join(" ", missing));
  }

  private ProbeResult state() {
    try {
      composition().stateFolder().create();
      Optional<StateException> trouble = composition().stateFolder().trouble();
      return trouble
          .map(e -> ProbeResult.bad(wording().problem(e)))
          .orElseGet(() -> ProbeResult.good(composition().stateFolder().path().toString()));
    } catch (StateException e) {
      return ProbeResult.bad(wording().problem(e));
    }
  }

  private ProbeResult region(Map<String, String> given) {
    return composition()
        .settings()
        .knownRegion(given)
        .map(ProbeResult::good)
        .orElseGet(() -> ProbeResult.bad(messages().text("cli.no-region")));
  }

  /** Whose account it is, and who is signed in. */
  private ProbeResult credentials(Map<String, String> given) {
    try {
      return ProbeResult.good(
          CheckTable.header(composition().signIn().whoIsSignedIn(given), wording()));
    } catch (CallFailed e) {
      return ProbeResult.bad(sentence(e.problem()));
    }
  }

  private ProbeResult good(String what) {
    return ProbeResult.good(messages().text("doctor." + what));
  }

  private ProbeResult unknown() {
    return ProbeResult.unknown(messages().text("doctor.unknown"));
  }
}
