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
  private final LineContext desk;
  private final LineWriter voice;

  public AskedPerson(LineContext desk) {
    this.desk = desk;
    this.voice = desk.voice();
  }

  @Override
  public void reveal(NewPassword password) throws InterruptedException {
    desk.waiting().ask(() -> voice.passing(() -> told(password)));
  }

  private Reply told(NewPassword password) {
    voice.tell("line.password", password.user());
    voice.alone(password.signIn());
    voice.tell("line.password.once");
    voice.alone(password.password().text());
    voice.tell("tui.password.never-again");
    voice.tell("line.password.spelled");
    spell(password.password().text());
    voice.tellIfItStays();
    return voice.askQuietly(voice.text("line.password.enter"));
  }

  @Override
  public Optional<Codes> codes(Enrolment enrolment, Optional<Problem> refused)
      throws InterruptedException {
    return desk.waiting().ask(() -> asked(enrolment, refused));
  }

  private Optional<Codes> asked(Enrolment enrolment, Optional<Problem> refused) {
    Optional<Codes> codes =
        refused.isPresent() && voice.stays()
            ? withoutKey(refused.get())
            : voice.passing(() -> withKey(enrolment, refused));
    if (codes.isEmpty()) {
      voice.tell("line.mfa.left");
    }
    return codes;
  }

  private Optional<Codes> withoutKey(Problem refused) {
    voice.afresh();
    voice.error(List.of(voice.wording().refused(refused)));
    return typed();
  }

  private Optional<Codes> withKey(Enrolment enrolment, Optional<Problem> refused) {
    refused.ifPresent(problem -> voice.error(List.of(voice.wording().refused(problem))));
    voice.tell("line.mfa", enrolment.user());
    voice.tell("line.mfa.seed");
    try (Secret groups = enrolment.groups()) {
      voice.alone(groups.text());
    }
    voice.tellIfItStays();
    voice.tell("tui.enrol.codes");
    voice.tell("line.mfa.leave");
    return typed();
  }

  private Optional<Codes> typed() {
    Optional<Secret> first = code("line.mfa.first", "line.mfa.six");
    Optional<Secret> second = first.flatMap(code -> code("line.mfa.second", "line.mfa.six"));
    return second.map(code -> new Codes(first.get(), code));
  }

  @Override
  public boolean goOn(Problem problem, Note remedy) throws InterruptedException {
    return desk.waiting().ask(() -> voice.agrees(voice.text("line.go-on")));
  }

  @Override
  public Optional<Secret> code(Problem problem) throws InterruptedException {
    return desk.waiting().ask(() -> code("line.renew", "line.renew.six"));
  }

  /**
   * @param six what to say to what is no code
   */
  private Optional<Secret> code(String prompt, String six) {
    while (true) {
      Reply reply = voice.askQuietly(voice.text(prompt));
      LineWriter.leaveIfWanted(reply);
      String digits = reply.text().replaceAll("[ -]", "");
      if (digits.isEmpty()) {
        return Optional.empty();
      }
      if (digits.matches("\\d{6}")) {
        return Optional.of(Secret.of(digits));
      }
      voice.tell(six);
    }
  }

  @Override
  public boolean agrees(Plan.Planned change) throws InterruptedException {
    return desk.waiting()
        .ask(
            () -> {
              voice.afresh();
              voice.say(desk.change(change));
              voice.tell("tui.agree.what");
              return voice.agrees(voice.text("line.agree"));
            });
  }

  /** One word for each character, four on a line: screen readers run a password together. */
  private void spell(String text) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      words.add(spelled(text.charAt(i)));
      if (words.size() == 4 || i == text.length() - 1) {
        voice.alone(String.join(", ", words));
        words.clear();
      }
    }
  }

  private String spelled(char c) {
    if (Character.isDigit(c)) {
      return String.valueOf(c);
    }
    if (Character.isLetter(c)) {
      return voice.text(Character.isUpperCase(c) ? "line.spell.upper" : "line.spell.lower", c);
    }
    return voice.text("line.spell." + Integer.toHexString(c));
  }
}
