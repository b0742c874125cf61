package dev.firstday.line.pages;

import dev.firstday.catalog.Note;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Secret;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.Reply;
import dev.firstday.line.model.LineContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The person in front of it, asked in the middle of an apply; on any thread but the talking one.
 */
public final class AskedPerson implements Person, RecoveryPrompt {
  private final LineContext context;
  private final LineWriter writer;

  public AskedPerson(LineContext context) {
    this.context = context;
    this.writer = context.writer();
  }

  @Override
  public void reveal(NewPassword password) throws InterruptedException {
    context.waiting().ask(() -> writer.passing(() -> told(password)));
  }

  private Reply told(NewPassword password) {
    writer.tell("line.password", password.user());
    writer.alone(password.signIn());
    writer.tell("line.password.once");
    writer.alone(password.password().text());
    writer.tell("tui.password.never-again");
    writer.tell("line.password.spelled");
    spell(password.password().text());
    writer.tellIfItStays();
    return writer.askQuietly(writer.text("line.password.enter"));
  }

  @Override
  public Optional<Codes> codes(Enrolment enrolment, Optional<Problem> refused)
      throws InterruptedException {
    return context.waiting().ask(() -> asked(enrolment, refused));
  }

  private Optional<Codes> asked(Enrolment enrolment, Optional<Problem> refused) {
    Optional<Codes> codes =
        refused.isPresent() && writer.stays()
            ? withoutKey(refused.get())
            : writer.passing(() -> withKey(enrolment, refused));
    if (codes.isEmpty()) {
      writer.tell("line.mfa.left");
    }
    return codes;
  }

  private Optional<Codes> withoutKey(Problem refused) {
    writer.afresh();
    writer.error(List.of(writer.wording().refused(refused)));
    return typed();
  }

  private Optional<Codes> withKey(Enrolment enrolment, Optional<Problem> refused) {
    refused.ifPresent(problem -> writer.error(List.of(writer.wording().refused(problem))));
    writer.tell("line.mfa", enrolment.user());
    writer.tell("line.mfa.seed");
    try (Secret groups = enrolment.groups()) {
      writer.alone(groups.text());
    }
    writer.tellIfItStays();
    writer.tell("tui.enrol.codes");
    writer.tell("line.mfa.leave");
    return typed();
  }

  private Optional<Codes> typed() {
    Optional<Secret> first = code("line.mfa.first", "line.mfa.six");
    Optional<Secret> second = first.flatMap(code -> code("line.mfa.second", "line.mfa.six"));
    return second.map(code -> new Codes(first.get(), code));
  }

  @Override
  public boolean goOn(Problem problem, Note remedy) throws InterruptedException {
    return context.waiting().ask(() -> writer.agrees(writer.text("line.go-on")));
  }

  @Override
  public Optional<Secret> code(Problem problem) throws InterruptedException {
    return context.waiting().ask(() -> code("line.renew", "line.renew.six"));
  }

  /**
   * @param six what to say to what is no code
   */
  private Optional<Secret> code(String prompt, String six) {
    String digits =
        writer.until(
            () -> writer.askQuietly(writer.text(prompt)),
            reply ->
                Optional.of(reply.text().replaceAll("[ -]", ""))
                    .filter(typed -> typed.matches("|\\d{6}")),
            reply -> writer.tell(six));
    return digits.isEmpty() ? Optional.empty() : Optional.of(Secret.of(digits));
  }

  @Override
  public boolean agrees(Plan.Planned change) throws InterruptedException {
    return context
        .waiting()
        .ask(
            () -> {
              writer.afresh();
              writer.say(context.change(change));
              writer.tell("tui.agree.what");
              return writer.agrees(writer.text("line.agree"));
            });
  }

  /** One word for each character, four on a line: screen readers run a password together. */
  private void spell(String text) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      words.add(spelled(text.charAt(i)));
      if (words.size() == 4 || i == text.length() - 1) {
        writer.alone(String.join(", ", words));
        words.clear();
      }
    }
  }

  private String spelled(char c) {
    if (Character.isDigit(c)) {
      return String.valueOf(c);
    }
    if (Character.isLetter(c)) {
      return writer.text(Character.isUpperCase(c) ? "line.spell.upper" : "line.spell.lower", c);
    }
    return writer.text("line.spell." + Integer.toHexString(c));
  }
}
