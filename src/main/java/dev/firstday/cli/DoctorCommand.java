package dev.firstday.cli;

import dev.firstday.aws.SignIn;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Session;
import dev.firstday.state.StateException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** Looks at what firstday needs on this machine: one line each, with what would mend it. */
@CommandLine.Command(name = "doctor")
final class DoctorCommand extends Command {

  /** How one look went: what was seen, and whether it will do. */
  private record Look(boolean good, String seen) {}

  @Override
  public Integer call() {
    say("java", new Look(true, Runtime.version() + " (" + System.getProperty("os.name") + ")"));
    say("terminal", terminal());
    say("characters", characters());
    say("state", state());
    if (composition().options().practice().isEmpty()) {
      say("region", region());
    }
    say("account", account());
    return 0;
  }

  private void say(String what, Look look) {
    print(
        "%s %s: %s"
            .formatted(
                look.good() ? "[x]" : "[!]", messages().text("doctor." + what), look.seen()));
  }

  private Look terminal() {
    String type = composition().world().environment().getOrDefault("TERM", "-");
    boolean interactive = composition().world().interactive().getAsBoolean();
    return interactive
        ? new Look(true, type)
        : new Look(false, messages().text("doctor.no-terminal", type));
  }

  private Look characters() {
    return composition().world().onlyEnglish()
        ? new Look(false, messages().text("doctor.ascii"))
        : new Look(true, "UTF-8");
  }

  private Look state() {
    try {
      composition().stateFolder().create();
      return new Look(true, composition().stateFolder().path().toString());
    } catch (StateException e) {
      return new Look(false, wording().problem(e));
    }
  }

  private Look region() {
    Optional<String> region =
        composition().options().region().or(() -> SignIn.region(composition().options().profile()));
    return region
        .map(name -> new Look(true, name))
        .orElseGet(() -> new Look(false, messages().text("cli.no-region")));
  }

  /** Whether AWS answers, and whose account it is. */
  private Look account() {
    try {
      Session session = composition().session(Map.of());
      return new Look(true, CheckTable.header(session.identity(), wording()));
    } catch (CallFailed e) {
      return new Look(false, sentence(e.problem()));
    } catch (StateException e) {
      return new Look(false, wording().problem(e));
    } catch (Exit e) {
      return new Look(false, e.getMessage());
    }
  }
}
