package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.scenario.Hand;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.screens.step.StepsScreen;
import dev.firstday.tui.widgets.Size;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses the full screen: presses keys, and reads frames. */
public final class ScreenHand implements Hand {
  private static final Size SIZE = new Size(120, 60);
  private static final int KEYS = 60;

  private final Connector connector;
  private final Language language;
  private final StringBuilder said = new StringBuilder();
  private Driver wizard;

  /**
   * @param connector the way to a session
   */
  public ScreenHand(Connector connector, Language language) {
    this.connector = connector;
    this.language = language;
  }

  private String text(String key, Object... values) {
    return Messages.in(language).text(key, values);
  }

  private ScreenHand press(Key... keys) {
    wizard.press(keys);
    said.append(wizard.text()).append('\n');
    return this;
  }

  private void type(String text) {
    wizard.type(text);
    said.append(wizard.text()).append('\n');
  }

  @Override
  public void start() {
    wizard = new Driver(connector, new SetClock(), language, SIZE, Glyphs.UNICODE);
    wizard.start();
  }

  @Override
  public void asked(String prompt) {
    String question =
        switch (prompt) {
          case "account" -> text("tui.arrival.hello");
          case "preset" -> text("tui.presets.question");
          case "environment" -> text("tui.presets.environment");
          case "answers" -> text("tui.form.first-day");
          case "digits" -> text("tui.plan.question", "123456789012");
          case "undo-digits" -> text("tui.undo.question", "123456789012");
          default -> "";
        };
    String plain = wizard.text().replaceAll("\\s", "");
    assertTrue(plain.contains(question.replaceAll("\\s", "")), () -> prompt + wizard.text());
    if (question.isEmpty()) {
      home();
    }
  }

  @Override
  public void reply(String word) {
    switch (wizard.top()) {
      case StartState.Arrival arrival -> press(Key.ENTER);
      case StartState.Presets presets -> choose(word);
      default -> {
        wizard.clock.forward(Duration.ofSeconds(1));
        press(Key.BACKSPACE, Key.BACKSPACE, Key.BACKSPACE, Key.BACKSPACE);
        type(word);
        press(Key.ENTER);
      }
    }
  }

  private StartState.Presets presets() {
    return assertInstanceOf(StartState.Presets.class, wizard.top());
  }

  /** Goes to the preset, or changes what the account is for and goes on. */
  private void choose(String word) {
    boolean preset =
        wizard.app.model().session().presets().stream()
            .anyMatch(view -> view.preset().id().equals(word));
    if (preset) {
      for (int i = 0; i < KEYS && !presets().picked().equals(word); i++) {
        press(Key.UP);
      }
      return;
    }
    for (int i = 0; i < KEYS && !presets().environment(); i++) {
      press(Key.DOWN);
    }
    while (!wizard.app.model().session().shared().get(Catalog.ENVIRONMENT).equals(word)) {
      press(Key.RIGHT);
    }
    press(Key.ENTER);
  }

  @Override
  public void reply(Map<String, String> answers) {
    for (int i = 0; i < KEYS && wizard.top() instanceof StartState.AnswerForm form; i++) {
      String answer = answers.get(form.focus());
      if (answer != null) {
        press(Key.END);
        form.field().text().codePoints().forEach(c -> press(Key.BACKSPACE));
        type(answer);
      }
      press(Key.ENTER);
    }
  }

  private void home() {
    for (int i = 0; i < KEYS && !(wizard.top() instanceof StepState.StepList); i++) {
      press(Key.ESCAPE);
    }
    assertInstanceOf(StepState.StepList.class, wizard.top());
  }

  /** Narrows the list to a step. */
  private void find(String step) {
    home();
    press(Key.ESCAPE);
    type("/" + step);
    press(Key.ENTER);
    for (int i = 0; i < KEYS && !selected().equals(step); i++) {
      press(Key.DOWN);
    }
    assertEquals(step, selected());
  }

  private String selected() {
    StepState.StepList state = assertInstanceOf(StepState.StepList.class, wizard.top());
    return new StepsScreen(state, wizard.app.model()).selected().orElseThrow().id();
  }

  private void open(String step) {
    find(step);
    press(Key.ENTER);
    assertInstanceOf(StepState.Detail.class, wizard.top());
  }

  @Override
  public void plan(String step) {
    open(step);
    type("a");
  }

  @Override
  public void undo(String step) {
    open(step);
    type("U");
  }

  @Override
  public void skip(String step, String reason) {
    open(step);
    type("s" + reason);
    press(Key.ENTER);
  }

  @Override
  public void attest(String step) {
    open(step);
    type("bd");
  }

  @Override
  public void quit() {
    home();
    type("q");
  }

  /** Ctrl+C wherever it is: a page first, then the wizard. */
  @Override
  public void stop() {
    for (int i = 0; i < KEYS && wizard.app.ended().isEmpty(); i++) {
      press(Key.control('c'));
    }
  }

  @Override
  public OptionalInt exit() {
    return wizard.app.ended();
  }

  @Override
  public boolean ended(String ending) {
    return wizard.top() instanceof PlanState.Result result
        && result.outcome().ending() == Outcome.Ending.valueOf(ending);
  }

  @Override
  public boolean shows(String step, String verdict) {
    find(step);
    Pattern row = Pattern.compile("> \\[.] +\\d+ (.*)");
    Matcher found = row.matcher(wizard.text());
    String said = found.find() ? found.group(1).split("│")[0] : "";
    // What only a person can bring further is to do, in a word of its own.
    return said.contains(text("verdict." + verdict))
        || verdict.equals("TODO") && said.contains(text("verdict.needs-you"));
  }

  private String title(String step) {
    return wizard.app.model().step(step).entry().title().in(language);
  }

  @Override
  public String said() {
    String all = said.toString();
    said.setLength(0);
    return all;
  }

  @Override
  public void close() {}
}
