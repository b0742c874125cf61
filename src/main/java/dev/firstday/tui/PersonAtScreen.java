package dev.firstday.tui;

import dev.firstday.catalog.Note;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Secret;
import dev.firstday.tui.model.PromptAnswer;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.ScreenState;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Whoever sits in front of the full screen: each question is a page, and waits for its answer. */
public final class PersonAtScreen implements Person, RecoveryPrompt {
  private final Consumer<ScreenState> pages;
  private final BlockingQueue<PromptAnswer> answers = new LinkedBlockingQueue<>();

  public PersonAtScreen(Consumer<ScreenState> pages) {
    this.pages = pages;
  }

  public void tell(PromptAnswer answer) {
    answers.add(answer);
  }

  private PromptAnswer ask(ScreenState page) throws InterruptedException {
    // What was said before the question is no answer to it.
    answers.clear();
    pages.accept(page);
    return answers.take();
  }

  @Override
  public void reveal(NewPassword password) throws InterruptedException {
    ask(new PromptState.Password(password));
  }

  @Override
  public Optional<Codes> codes(Enrolment enrolment, Optional<Problem> refused)
      throws InterruptedException {
    return ask(PromptState.Enrolling.of(enrolment, refused))
            instanceof PromptAnswer.CodesTyped typed
        ? Optional.of(typed.codes())
        : Optional.empty();
  }

  @Override
  public boolean agrees(Plan.Planned change) throws InterruptedException {
    return ask(new PromptState.Agreeing(change)) instanceof PromptAnswer.Agreed told && told.yes();
  }

  @Override
  public Optional<Secret> code(Problem problem) throws InterruptedException {
    return ask(PromptState.Renewing.of(problem)) instanceof PromptAnswer.MfaCode told
        ? Optional.of(told.code())
        : Optional.empty();
  }

  /** The page of the apply shows what is in the way, and offers to go on. */
  @Override
  public boolean goOn(Problem problem, Note remedy) throws InterruptedException {
    answers.clear();
    return answers.take() instanceof PromptAnswer.GoOn;
  }
}
