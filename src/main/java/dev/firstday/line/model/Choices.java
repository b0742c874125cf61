package dev.firstday.line.model;

import dev.firstday.line.io.LineWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What can be chosen on a page, each by the key of its text; the usual thing first. */
public final class Choices {
  private final LineWriter writer;
  private final List<Choice> all = new ArrayList<>();

  public Choices(LineContext context) {
    this.writer = context.writer();
  }

  public Choices add(Choice choice) {
    all.add(choice);
    return this;
  }

  public Choices add(LineCommand act, String key, Supplier<Navigation> then) {
    return add(new Choice(act, writer.text(key), then));
  }

  /** A page on top. */
  public Choices open(LineCommand act, String key, Supplier<Page> page) {
    return add(Choice.open(act, writer.text(key), page));
  }

  /** Something after which the page stays. */
  public Choices act(LineCommand act, String key, Runnable work) {
    return add(Choice.act(act, writer.text(key), work));
  }

  /** Something after which the page is said again. */
  public Choices change(LineCommand act, String key, Runnable work) {
    return add(Choice.change(act, writer.text(key), work));
  }

  public List<Choice> list() {
    return List.copyOf(all);
  }
}
