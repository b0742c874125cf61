package dev.firstday.tui.screens.prompt;

import dev.firstday.engine.Texts;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.plan.Secret;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.PromptAnswer;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.QrCode;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An MFA device to be put into an app: QR code, seed as text, and the two codes. */
public record EnrolScreen(PromptState.Enrolling state, Model model) implements Screen {
  /** The least columns beside the code in which the rest can be read. */
  private static final int BESIDE = 32;

  @Override
  public String place() {
    return model.say("tui.place.enrol");
  }

  /** Header and rules would leave no room for the code on a screen of 24 rows. */
  @Override
  public boolean bare() {
    return true;
  }

  @Override
  public boolean secret() {
    return true;
  }

  private int rows() {
    return model.size().rows() - 1;
  }

  @Override
  public Body body() {
    Optional<List<String>> code = code();
    int left = code.map(lines -> lines.getFirst().length() + 2).orElse(0);
    Document document = new Document(model.columns() - left);
    List<Integer> fields = write(document);
    List<Line> text = document.lines();
    // The fields must be seen, whatever the size.
    int from = Math.max(0, Math.min(fields.get(state.focus()) - rows() + 2, text.size() - rows()));
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < Math.max(code.map(List::size).orElse(0), text.size() - from); row++) {
      Line right = row + from < text.size() ? text.get(row + from) : Line.EMPTY;
      lines.add(beside(code, row, left).and(right));
    }
    int row = fields.get(state.focus()) - from;
    return new Body(lines, Caret.at(left + labelWidth() + 4 + field(state.focus()).caret(), row));
  }

  private static Line beside(Optional<List<String>> code, int row, int left) {
    return code.map(
            lines -> (row < lines.size() ? Line.of(lines.get(row), Role.QR) : Line.EMPTY).pad(left))
        .orElse(Line.EMPTY);
  }

  private Optional<List<String>> code() {
    if (model.glyphs() != Glyphs.UNICODE || state.leaving()) {
      return Optional.empty();
    }
    Person.Enrolment device = state.enrolment();
    return drawn(device.uri(model.identity())).or(() -> drawn(device.shortUri(model.identity())));
  }

  private Optional<List<String>> drawn(Secret uri) {
    try (uri) {
      return QrCode.draw(uri.text(), model.columns() - BESIDE - 2, rows());
    }
  }

  private int labelWidth() {
    return Math.max(Width.of(label(0)), Width.of(label(1)));
  }

  private String label(int field) {
    return model.say(field == 0 ? "person.first-code" : "person.second-code");
  }

  private TextField field(int field) {
    return field == 0 ? state.first() : state.second();
  }

  /** Without a header nothing else would say that this secret opens no account. */
  private Line margin() {
    Line margin = Line.of(" ");
    return model.identity().practice().isPresent()
        ? margin.and(model.say("tui.identity.practice"), Role.ALERT).and("  ")
        : margin;
  }

  /** Writes everything; says in which rows the two fields are. */
  private List<Integer> write(Document document) {
    Texts words = model.words();
    document.hanging(margin(), words.say("tui.enrol.title", state.enrolment().user()), Role.TITLE);
    if (state.leaving()) {
      document.blank().text(words.say("tui.enrol.leave"), Role.ATTENTION);
      return List.of(0, 0);
    }
    document.text(words.say("tui.enrol.scan"));
    try (Secret groups = state.enrolment().groups()) {
      document.text(groups.text(), Role.KEY);
    }
    document.blank().text(words.say("tui.enrol.codes"));
    List<Integer> rows = new ArrayList<>();
    for (int field = 0; field < 2; field++) {
      rows.add(document.lines().size());
      Role role = state.focus() == field ? Role.KEY : Role.TEXT;
      String label = Width.padRight(label(field), labelWidth());
      String typed = Width.padRight(field(field).text(), CodeField.DIGITS + 1);
      document.line(Line.of(" " + label).and(" [ ", role).and(typed).and("]", role));
    }
    trouble().ifPresent(text -> document.blank().text(text, Role.ERROR));
    return rows;
  }

  private Optional<String> trouble() {
    Texts words = model.words();
    return state.shortCode()
        ? Optional.of(words.say("person.six-digits"))
        : state.refused().map(words::refused);
  }

  @Override
  public boolean typing() {
    return !state.leaving();
  }

  @Override
  public Offers choices() {
    return state.leaving()
        ? new Offers()
            .add(Command.OPEN, "OPEN.later", () -> tell(new PromptAnswer.GaveUp()))
            .add(Command.BACK, "BACK.go-on", () -> Update.become(state.leaving(false)))
        : new Offers()
            .add(Command.OPEN, state.focus() == 0 ? "OPEN.next-field" : "OPEN.enable", this::enter)
            .add(Command.BACK, "BACK.later", () -> Update.become(state.leaving(true)));
  }

  private static Update tell(PromptAnswer answer) {
    return Update.back().and(new Action.Tell(answer));
  }

  @Override
  public Optional<Update> type(Key key) {
    if (state.leaving()) {
      return Optional.empty();
    }
    return switch (key.kind()) {
      case UP -> Optional.of(Update.become(state.at(0)));
      case DOWN -> Optional.of(Update.become(state.at(1)));
      // Past the fields, Tab leads to the key bar.
      case TAB -> state.focus() == 0 ? Optional.of(Update.become(state.at(1))) : Optional.empty();
      case BACK_TAB ->
          state.focus() == 1 ? Optional.of(Update.become(state.at(0))) : Optional.empty();
      case CHARACTER -> Optional.of(typed(key.text()));
      default -> field(state.focus()).press(key).map(text -> Update.become(state.typed(text)));
    };
  }

  private Update typed(String text) {
    return Update.become(state.typed(CodeField.typed(field(state.focus()), text)));
  }

  @Override
  public Optional<Update> paste(String text) {
    return state.leaving() ? Optional.empty() : Optional.of(typed(text));
  }

  private Update enter() {
    if (!CodeField.whole(field(state.focus()))) {
      return Update.become(state.wrong());
    } else if (state.focus() == 0) {
      return Update.become(state.at(1));
    } else if (!CodeField.whole(state.first())) {
      return Update.become(state.at(0).wrong());
    }
    return tell(
        new PromptAnswer.CodesTyped(
            new Person.Codes(Secret.of(state.first().text()), Secret.of(state.second().text()))));
  }
}
