package dev.firstday.cli.run;

import dev.firstday.engine.Texts;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Secret;
import dev.firstday.terminal.AlternateScreen;
import dev.firstday.terminal.Wrap;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whoever sits at a plain terminal. Secrets go to standard output: it is the terminal, or nobody
 * would be asked, while standard error may go to a file. They are gone from the terminal with the
 * answer where it has an alternate screen; else it is said that they stay.
 *
 * @param alternate the terminal's alternate screen; empty if it has none or nobody could use it
 * @param what the text of a change
 */
public record PersonAtPrompt(
    RunEnvironment world,
    Optional<AlternateScreen> alternate,
    Texts wording,
    Function<Plan.Planned, String> what)
    implements Person {

  @Override
  public void reveal(NewPassword password) {
    passing(
        () -> {
          show("");
          tell(wording.say("person.password", password.user()));
          show("");
          show("    " + password.password().text());
          show("");
          tell(wording.say("person.sign-in", password.signIn()));
          tellIfItStays();
          return ask("person.keep");
        });
  }

  @Override
  public Optional<Codes> codes(Enrolment enrolment, Optional<Problem> refused) {
    return passing(() -> asked(enrolment, refused));
  }

  private Optional<Codes> asked(Enrolment enrolment, Optional<Problem> refused) {
    refused.ifPresent(problem -> tell(wording.refused(problem)));
    // Whoever mistyped the secret has to see it again, and on the alternate screen it is gone.
    if (refused.isEmpty() || alternate.isPresent()) {
      show("");
      tell(wording.say("person.seed", enrolment.user()));
      show("");
      try (Secret groups = enrolment.groups()) {
        show("    " + groups.text());
      }
      show("");
      tellIfItStays();
      tell(wording.say("person.how"));
      tell(wording.say("person.later"));
    }
    Optional<Secret> first = code("person.first-code");
    Optional<Secret> second = first.flatMap(typed -> code("person.second-code"));
    return second.map(typed -> new Codes(first.get(), typed));
  }

  /** Six digits; empty if the person would rather leave it. */
  private Optional<Secret> code(String question) {
    while (true) {
      String typed = ask(question).replace(" ", "");
      if (typed.isEmpty()) {
        return Optional.empty();
      } else if (typed.matches("[0-9]{6}")) {
        return Optional.of(Secret.of(typed));
      }
      tell(wording.say("person.six-digits"));
    }
  }

  @Override
  public boolean agrees(Plan.Planned change) {
    show("");
    tell(what.apply(change) + ".");
    return ask("person.agree").matches("(?i)y|yes|はい");
  }

  /** Shows and asks what must not stay on the terminal when it is answered. */
  private <T> T passing(Supplier<T> asking) {
    return alternate.isPresent() ? alternate.get().showing(asking) : asking.get();
  }

  private void tellIfItStays() {
    if (alternate.isEmpty()) {
      tell(wording.say("person.stays"));
    }
  }

  private void tell(String text) {
    Wrap.lines(text, 76).forEach(this::show);
  }

  private void show(String line) {
    world.out().println(line);
    world.out().flush();
  }

  private String ask(String question) {
    return world.ask(world.out(), wording.say(question)).orElse("");
  }
}
