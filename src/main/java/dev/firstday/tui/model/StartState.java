package dev.firstday.tui.model;

import dev.firstday.catalog.Glossary;
import dev.firstday.engine.failure.Problem;
import dev.firstday.tui.widgets.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The screens before the list of steps, and the help. */
public sealed interface StartState extends ScreenState {

  /**
   * Signing in.
   *
   * @param since when it began; empty while nobody tries
   * @param trouble why it did not work; empty while it is being tried
   * @param regionMissing whether it worked, but no Region is home
   */
  record Welcome(
      Optional<Instant> since, Optional<Problem> trouble, boolean regionMissing, int scroll)
      implements StartState {
    public static Welcome signingIn(Instant since) {
      return new Welcome(Optional.of(since), Optional.empty(), false, 0);
    }

    public static Welcome failed(Problem trouble) {
      return new Welcome(Optional.empty(), Optional.of(trouble), false, 0);
    }

    public static Welcome noRegion() {
      return new Welcome(Optional.empty(), Optional.empty(), true, 0);
    }

    public Welcome at(int first) {
      return new Welcome(since, trouble, regionMissing, first);
    }
  }

  /**
   * How the wizard looks: asked once, on the first run.
   *
   * @param row the choice under the cursor
   */
  record Setup(int row) implements StartState {}

  /** Who is signed in, and where: seen before the first day begins. */
  record Arrival(int scroll) implements StartState {}

  /**
   * The choice of steps.
   *
   * @param picked the preset under the cursor
   * @param environment whether the cursor is on what the account is for
   */
  record Presets(String picked, boolean environment) implements StartState {}

  /**
   * The answers of some steps.
   *
   * @param steps whose settings are asked
   * @param focus the full key of the field that is being typed
   * @param field its text
   * @param planFor steps whose plan follows; empty for none
   * @param waiting whether the steps are being looked at again, for that plan
   * @param firstDay whether only what a first day needs is asked, before the list is seen
   */
  record AnswerForm(
      List<String> steps,
      String focus,
      TextField field,
      List<String> planFor,
      boolean waiting,
      boolean firstDay)
      implements StartState {
    public AnswerForm {
      steps = List.copyOf(steps);
      planFor = List.copyOf(planFor);
    }

    public AnswerForm at(String key, String text) {
      return new AnswerForm(steps, key, TextField.of(text), planFor, waiting, firstDay);
    }

    public AnswerForm typed(TextField text) {
      return new AnswerForm(steps, focus, text, planFor, waiting, firstDay);
    }

    public AnswerForm waiting(boolean now) {
      return new AnswerForm(steps, focus, field, planFor, now, firstDay);
    }
  }

  /** Words that the screen below uses, explained. */
  record Terms(List<Glossary.Term> terms, int scroll) implements StartState {
    public Terms {
      terms = List.copyOf(terms);
    }
  }

  /**
   * Every key that works on the screen below.
   *
   * @param find what the list is narrowed to
   * @param cursor the line under the cursor
   */
  record Help(TextField find, int cursor) implements StartState {}
}
