package dev.firstday.cli;

import dev.firstday.engine.Person;
import dev.firstday.engine.Plan;
import dev.firstday.engine.Problem;
import dev.firstday.engine.Secret;
import dev.firstday.engine.Wording;
import dev.firstday.terminal.Wrap;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whoever sits at a plain terminal. Secrets go to standard output: it is the terminal, or nobody
 * would be asked, while standard error may go to a file.
 *
 * @param what the text of a change
 */
record PersonAtPrompt(Surroundings world, Wording wording, Function<Plan.Planned, String> what)
    implements Person {

  @Override
  public void reveal(NewPassword password) {
    show("");
    tell(wording.say("person.password", password.user()));
    show("");
    show("    " + password.password().text());
    show("");
    tell(wording.say("person.sign-in", password.signIn()));
    ask("person.keep");
  }

  @Override
  public Optional<Codes> codes(Enrolment enrolment, Optional<Problem> refused) {
    if (refused.isPresent()) {
      tell(wording.refused(refused.get()));
    } else {
      show("");
      tell(wording.say("person.seed", enrolment.user()));
      show("");
      show("    " + enrolment.groups().text());
      show("");
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

  private void tell(String text) {
    Wrap.lines(text, 76).forEach(this::show);
  }

  private void show(String line) {
    world.out().println(line);
    world.out().flush();
  }

  /** What was typed, full-width forms as what they look like; empty at the end of input. */
  private String ask(String question) {
    world.out().print(wording.say(question) + " ");
    world.out().flush();
    try {
      String line = world.in().readLine();
      return line == null ? "" : Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
