package dev.firstday.tui.screens.start;

import dev.firstday.engine.AnswerEditor;
import dev.firstday.engine.Texts;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.view.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the answers look: one row for each, and under the one being typed what it may be. */
record AnswersView(StartState.AnswerForm state, Model model, List<Question> slots, Question here) {
  private static final int WIDEST_LABEL = 34;

  Body body() {
    Texts words = model.words();
    List<Line> lines = new ArrayList<>();
    lines.addAll(new Document(model.columns()).text(words.say("tui." + intro())).blank().lines());
    int label = labelWidth();
    int room = Math.clamp(model.columns() - label - 8 - unitWidth(), 8, 60);
    int cursor = 0;
    String group = "";
    for (Question slot : slots) {
      String title = groupTitle(slot);
      if (state.steps().size() > 1 && !title.equals(group)) {
        group = title;
        lines.add(Line.of(" " + title, Role.TITLE));
      }
      boolean focused = slot.equals(here);
      if (focused) {
        cursor = lines.size();
      }
      lines.add(row(slot, focused, label, room));
      if (focused) {
        lines.addAll(below(slot, label));
      }
    }
    return window(lines, cursor, label, room);
  }

  private String groupTitle(Question slot) {
    return slot.shared() && state.firstDay()
        ? model.words().say("tui.form.shared")
        : model.words().of(slot.step().entry().title());
  }

  private String label(Question slot) {
    return model.words().of(slot.setting().label());
  }

  /** What may be written here. */
  private String hint(Question slot) {
    Texts words = model.words();
    if (slot.chosen()) {
      return words.say("tui.form.choose");
    }
    return slot.rule(words);
  }

  private String intro() {
    return state.firstDay()
        ? "form.first-day"
        : state.planFor().isEmpty() ? "form.intro" : "form.needed";
  }

  private int labelWidth() {
    int widest = slots.stream().mapToInt(slot -> Width.of(label(slot))).max().orElse(0);
    return Math.min(Math.min(widest, WIDEST_LABEL), Math.max(8, model.columns() / 2 - 4));
  }

  private int unitWidth() {
    return slots.stream()
        .flatMap(slot -> slot.setting().unit().stream())
        .mapToInt(unit -> Width.of(unit) + 1)
        .max()
        .orElse(0);
  }

  private Body window(List<Line> lines, int cursor, int label, int room) {
    int rows = model.size().body();
    int first = Math.clamp(cursor - rows / 2, 0, Math.max(0, lines.size() - rows));
    int column = 3 + label + 3;
    int caret = here.chosen() ? 0 : state.field().caretColumn(room);
    return new Body(
        lines.subList(first, Math.min(lines.size(), first + rows)),
        Caret.at(column + caret, cursor - first));
  }

  private Line row(Question slot, boolean focused, int label, int room) {
    return Line.cursor(focused)
        .and(Line.of(label(slot), focused ? Role.SELECTED : Role.TEXT).fit(label).pad(label))
        .and(" ")
        .and(focused ? "[ " : "  ", Role.KEY)
        .and((focused ? typed(slot, room) : kept(slot)).pad(room))
        .and(focused ? "]" : " ", Role.KEY)
        .and(slot.setting().unit().map(unit -> " " + unit).orElse(""));
  }

  private Line typed(Question slot, int room) {
    return Line.of(
        slot.chosen()
            ? model.words().answer(slot.setting(), state.field().text())
            : state.field().window(room));
  }

  private Line kept(Question slot) {
    Texts words = model.words();
    String text = slot.text(model.session());
    if (slot.draft(model.session()).isPresent()) {
      return Line.of(words.say("tui.form.draft", text), Role.ATTENTION);
    }
    if (!text.isEmpty()) {
      return Line.of(words.answer(slot.setting(), text));
    }
    return slot.missing() && !state.firstDay()
        ? Line.of(words.say("tui.detail.needed"), Role.ATTENTION)
        : Line.of(slot.unset(model.session(), words));
  }

  /** Under the field: what was wrong with it, or what may be written. */
  private List<Line> below(Question slot, int label) {
    Texts words = model.words();
    Document document = new Document(model.columns());
    String margin = " ".repeat(3 + label + 3);
    if (Width.of(label(slot)) > label) {
      document.hanging(margin, label(slot), Role.TEXT);
    }
    slot.draft(model.session())
        .map(AnswerEditor.AnswerDraft::expected)
        .ifPresentOrElse(
            note ->
                document.hanging(
                    margin, words.say(note.code(), note.values().toArray()), Role.ATTENTION),
            () -> {
              otherForm(slot)
                  .ifPresent(
                      form ->
                          document.hanging(margin, words.say("tui.form.kept-as", form), Role.TEXT));
              slot.about(words).ifPresent(about -> document.hanging(margin, about, Role.TEXT));
              document.hanging(margin, hint(slot), Role.TEXT);
            });
    return document.lines();
  }

  /** What was kept of the text in the field, where that is more than spaces apart from it. */
  private Optional<String> otherForm(Question slot) {
    String typed = state.field().text();
    return typed.isBlank() || slot.chosen()
        ? Optional.empty()
        : slot.value(model.session()).filter(value -> !packed(value).equals(packed(typed)));
  }

  private static String packed(String text) {
    return text.replaceAll("\\s", "");
  }
}
