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
  private record Look(String sign, String seen) {
    static Look good(String seen) {
      return new Look("[x]", seen);
    }

    static Look bad(String seen) {
      return new Look("[!]", seen);
    }

    static Look unknown(String why) {
      return new Look("[?]", why);
    }
  }

  @Override
  public Integer call() {
    say("terminal", terminal());
    say("state", state());
    Map<String, String> given = composition().givenAnswers(composition().catalog());
    if (composition().options().practice().isPresent()) {
      say("credentials", credentials(given));
      return 0;
    }
    try {
      composition().requireSettings(given);
    } catch (Exit e) {
      say("settings", Look.bad(e.getMessage().replace("\n", "; ")));
      return 0;
    }
    say("region", region(given));
    Optional<Problem> problem = composition().reach(given);
    boolean clock = problem.filter(p -> p.kind() == Problem.Kind.CLOCK).isPresent();
    boolean answers = problem.isEmpty() || clock;
    Look trouble = problem.map(p -> Look.bad(sentence(p))).orElseGet(() -> good("in-step"));
    say("network", answers ? good("answers") : trouble);
    say("clock", answers ? trouble : unknown());
    say("credentials", answers ? credentials(given) : unknown());
    return 0;
  }

  private void say(String what, Look look) {
    print("%s %s: %s".formatted(look.sign(), messages().text("doctor." + what), look.seen()));
  }

  private Look terminal() {
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
    return missing.isEmpty() ? Look.good(type + ", UTF-8") : Look.bad(String.join(" ", missing));
  }

  private Look state() {
    try {
      composition().stateFolder().create();
      Optional<StateException> trouble = composition().stateFolder().trouble();
      return trouble
          .map(e -> Look.bad(wording().problem(e)))
          .orElseGet(() -> Look.good(composition().stateFolder().path().toString()));
    } catch (StateException e) {
      return Look.bad(wording().problem(e));
    }
  }

  private Look region(Map<String, String> given) {
    return composition()
        .knownRegion(given)
        .map(Look::good)
        .orElseGet(() -> Look.bad(messages().text("cli.no-region")));
  }

  /** Whose account it is, and who is signed in. */
  private Look credentials(Map<String, String> given) {
    try {
      return Look.good(CheckTable.header(composition().whoIsSignedIn(given), wording()));
    } catch (CallFailed e) {
      return Look.bad(sentence(e.problem()));
    }
  }

  private Look good(String what) {
    return Look.good(messages().text("doctor." + what));
  }

  private Look unknown() {
    return Look.unknown(messages().text("doctor.unknown"));
  }
}
