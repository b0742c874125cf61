package dev.firstday.tui;

import dev.firstday.engine.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What firstday did to this account, the latest first. */
record HistoryScreen(ScreenState.History state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("place.history");
  }

  @Override
  public Line standing() {
    return Line.of(model.words().say("history.count", state.entries().size()));
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    Words words = model.words();
    Document document = new Document(model.columns());
    if (state.entries().isEmpty()) {
      document.text(words.say("history.empty"));
    }
    for (Journal.Entry entry : state.entries().reversed()) {
      String margin = " " + words.when(entry.at(), model) + "  ";
      document.hanging(margin, told(entry), Role.TEXT);
    }
    return new Scroll(document.lines(), model.size().body(), state.scroll());
  }

  private String told(Journal.Entry entry) {
    Words words = model.words();
    String what = steps(entry) + value(entry.data(), "id");
    return switch (entry.event()) {
      case "started", "done" -> words.say("history." + entry.event(), what);
      case "failed" -> words.say("history.failed", what, value(entry.data(), "code"));
      default -> words.say("history.other", what, entry.event());
    };
  }

  private String steps(Journal.Entry entry) {
    return entry.data().get("steps") instanceof List<?> ids
        ? ids.stream()
            .map(String::valueOf)
            .filter(id -> model.number(id) > 0)
            .map(id -> Places.name(model.step(id), model) + ": ")
            .collect(Collectors.joining())
        : "";
  }

  private static String value(Map<String, Object> data, String key) {
    return String.valueOf(data.getOrDefault(key, ""));
  }

  @Override
  public List<Offer> offers() {
    return new ArrayList<>(scroll().offers());
  }

  @Override
  public Move run(Command command) {
    return scroll().after(command).stream()
        .mapToObj(first -> Move.become(new ScreenState.History(state.entries(), first)))
        .findFirst()
        .orElse(Move.none());
  }
}
