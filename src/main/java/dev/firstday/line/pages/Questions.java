package dev.firstday.line.pages;

import dev.firstday.catalog.Note;
import dev.firstday.catalog.Setting;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.Reply;
import dev.firstday.line.model.LineContext;
import dev.firstday.view.Question;
import java.util.List;
import java.util.Optional;

/** Asks for answers, one after the other; each is kept as soon as it can be used. */
public final class Questions {
  private final LineContext context;
  private final LineWriter writer;
  private final Session session;

  public Questions(LineContext context) {
    this.context = context;
    this.writer = context.writer();
    this.session = context.session();
  }

  /** What is asked once, before anything else. */
  public void askFirst() {
    List<String> wanted =
        session.steps().stream()
            .filter(step -> step.skipped().isEmpty())
            .map(StepView::id)
            .toList();
    List<Question> all = Question.firstDay(wanted, context.snapshot());
    if (!all.isEmpty()) {
      writer.afresh();
      writer.tell("tui.form.first-day");
      hint();
      askAll(all);
    }
  }

  /** Everything that some steps use. */
  public void askAll(List<Question> all) {
    for (int i = 0; i >= 0 && i < all.size(); ) {
      writer.afresh();
      Question question = all.get(i);
      writer.tell(
          "line.question",
          i + 1,
          all.size(),
          question.shared() ? writer.text("tui.form.shared") : context.name(question.step()),
          writer.of(question.setting().label()));
      i += ask(question) ? 1 : -1;
    }
  }

  /** Said before the first question. */
  void hint() {
    writer.tell("line.question.hint");
  }

  /**
   * Asks until the answer can be used; an empty one leaves what holds now, a dash goes back to the
   * default.
   *
   * @return whether to go on; else a person wants to go back
   */
  private boolean ask(Question question) {
    tell(question);
    while (true) {
      String typed = writer.typed(writer.text("line.answer"), true).text().strip();
      Reply reply = Reply.of(typed);
      if (reply.empty() || reply.goesBack()) {
        return reply.empty();
      }
      LineWriter.leaveIfWanted(reply);
      if (reply.wantsHelp()) {
        writer.say(allowed(question));
        hint();
        continue;
      }
      if (takes(question, reply.is("-") ? "" : chosen(question, typed))) {
        tellOtherForm(question, typed);
        return true;
      }
    }
  }

  /** Takes an answer that can be used and is meant; says what is wrong with any other. */
  private boolean takes(Question question, String text) {
    Optional<String> before = session.answer(question.key());
    Optional<Note> wrong = session.answer(question.key(), text);
    if (wrong.isPresent()) {
      writer.error(List.of(writer.text(wrong.get().code(), wrong.get().values().toArray())));
      return false;
    }
    boolean meant = meant(question);
    if (!meant) {
      session.answer(question.key(), before.orElse(""));
    }
    return meant;
  }

  /** What is allowed, what holds without an answer and now, and the choices. */
  private void tell(Question question) {
    Optional<String> now = session.answer(question.key()).filter(v -> !v.isEmpty());
    question.about(words()).ifPresent(writer::say);
    writer.say(allowed(question));
    writer.tell(
        "line.question.now",
        now.map(v -> words().answer(question.setting(), v))
            .orElseGet(() -> question.unset(context.snapshot(), words())));
    tellChoices(question);
  }

  /** Whether an amount that is unusually large is really meant. */
  private boolean meant(Question question) {
    return question
        .large(context.snapshot())
        .map(amount -> writer.agrees(writer.text("line.question.large", amount)))
        .orElse(true);
  }

  /** A phone number is kept as AWS wants it, not as it was typed. */
  private void tellOtherForm(Question question, String typed) {
    if (question.setting().type() == Setting.Type.PHONE && !typed.equals("-")) {
      session
          .answer(question.key())
          .filter(kept -> !kept.equals(typed))
          .ifPresent(kept -> writer.tell("tui.form.kept-as", kept));
    }
  }

  private void tellChoices(Question question) {
    List<String> choices = question.choices();
    for (int i = 0; i < choices.size(); i++) {
      writer.tell("line.choice", i + 1, words().answer(question.setting(), choices.get(i)));
    }
  }

  /** A choice may be given by its number. */
  private static String chosen(Question question, String typed) {
    List<String> choices = question.choices();
    Reply reply = Reply.of(typed);
    if (question.setting().type() == Setting.Type.BOOLEAN) {
      return reply.agreement().map(String::valueOf).orElse(typed);
    }
    return reply.number(choices.size()).map(number -> choices.get(number - 1)).orElse(typed);
  }

  private String allowed(Question question) {
    return question.setting().choices().isEmpty()
        ? question.rule(words())
        : writer.text("line.question.choose")
            + question
                .setting()
                .preset()
                .map(preset -> " " + writer.text("tui.form.default", preset))
                .orElse("");
  }

  private Texts words() {
    return writer.wording();
  }

  /**
   * Asks for what a plan of these steps lacks, and looks at them again with it.
   *
   * @return whether nothing is missing any more
   */
  public boolean complete(List<String> steps) {
    List<Question> missing =
        Question.of(steps, context.snapshot()).stream().filter(Question::missing).toList();
    if (missing.isEmpty()) {
      return true;
    }
    writer.afresh();
    writer.tell("tui.form.needed");
    hint();
    askAll(missing);
    writer.tell("tui.form.waiting");
    context.check(steps);
    boolean whole = Question.of(steps, context.snapshot()).stream().noneMatch(Question::missing);
    if (!whole) {
      writer.tell("tui.form.still-missing");
    }
    return whole;
  }
}
