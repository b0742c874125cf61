package dev.firstday.practice;

import dev.firstday.engine.apply.Person;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person with a phone, who does what is asked and remembers every secret that was shown. */
public final class Typist implements Person {
  private final Clock clock;
  public final List<String> secrets = new ArrayList<>();
  public final List<String> passwords = new ArrayList<>();
  public final List<String> asked = new ArrayList<>();
  public boolean agrees = true;
  public boolean gone;

  /** Whether the process ends while the codes are asked for. */
  public boolean killed;

  /** How many times the codes are typed in the wrong order. */
  public int confused;

  public Typist(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void reveal(NewPassword password) {
    secrets.add(password.password().text());
    passwords.add(password.user() + " " + password.signIn());
  }

  @Override
  public Optional<Codes> codes(Enrolment enrolment, Optional<Problem> refused) {
    asked.add("codes of " + enrolment.user() + refused.map(p -> " " + p.code()).orElse(""));
    secrets.add(enrolment.seed().text());
    if (killed) {
      throw new IllegalStateException("killed");
    }
    if (gone) {
      return Optional.empty();
    }
    Authenticator app = new Authenticator(enrolment.seed().text());
    int first = confused-- > 0 ? 1 : 0;
    return Optional.of(
        new Codes(Secret.of(app.code(clock, first)), Secret.of(app.code(clock, 1 - first))));
  }

  @Override
  public boolean agrees(Plan.Planned change) {
    asked.add(change.change().id());
    return agrees;
  }
}
