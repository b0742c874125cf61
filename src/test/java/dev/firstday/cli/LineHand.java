package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.Preset;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.scenario.Hand;
import java.io.BufferedReader;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses {@code firstday --accessible} from end to end: hears what is said, and types a line. */
final class LineHand implements Hand {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final int PAGES = 9;

  private final Wiring wiring;
  private final Catalog catalog;
  private final StringBuilder said = new StringBuilder();
  private BlockingQueue<Optional<String>> typed = new LinkedBlockingQueue<>();
  private StringWriter out = new StringWriter();
  private CompletableFuture<Integer> run = new CompletableFuture<>();
  private String heard = "";
  private String ending = "";
  private OptionalInt exit = OptionalInt.empty();

  LineHand(Wiring wiring) {
    this.wiring = wiring;
    catalog = CatalogReader.builtIn();
  }

  @Override
  public void start() {
    typed = new LinkedBlockingQueue<>();
    out = new StringWriter();
    RunEnvironment world = wiring.trial().reading(new Typed(typed)).world(out, new StringWriter());
    run = CompletableFuture.supplyAsync(() -> Cli.run(world, wiring.line("--accessible")));
    hear(0);
  }

  /** Lines as they are typed, one by one. */
  private static final class Typed extends BufferedReader {
    private final BlockingQueue<Optional<String>> lines;

    Typed(BlockingQueue<Optional<String>> lines) {
      super(Reader.nullReader());
      this.lines = lines;
    }

    @Override
    public String readLine() {
      try {
        return lines.take().orElse(null);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
  }

  /** Listens until something is asked, or it is over. */
  private void hear(int from) {
    long end = System.nanoTime() + PATIENCE;
    while (!run.isDone() && !(out.toString().length() > from && out.toString().endsWith(": "))) {
      if (System.nanoTime() > end) {
        fail("nothing is asked any more:\n" + out);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    heard = out.toString().substring(from);
    said.append(heard);
  }

  private void type(String line) {
    int from = out.toString().length();
    typed.add(Optional.of(line));
    hear(from);
  }

  private boolean asks(String key, Object... values) {
    return heard.endsWith(wiring.text(key, values) + " ");
  }

  private boolean heard(String key, Object... values) {
    return plain(heard).contains(plain(wiring.text(key, values)));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }

  @Override
  public void asked(String prompt) {
    boolean asked =
        switch (prompt) {
          case "account" -> heard("tui.arrival.hello") && asks("line.yes-no");
          case "preset" -> heard("tui.presets.question");
          case "environment" -> heard("tui.presets.environment");
          case "answers" -> heard("tui.form.first-day") && asks("line.answer");
          case "digits" -> asks("line.digits") && confirms("tui.plan.question");
          case "undo-digits" -> asks("line.digits") && confirms("tui.undo.question");
          default -> choices().contains(wiring.text("tui.command.CHECK_ALL"));
        };
    assertTrue(asked, () -> prompt + " is not asked in:\n" + heard);
  }

  /** Only asked again after wrong digits. */
  private boolean confirms(String question) {
    return heard(question, "123456789012") || heard("tui.plan.digits-wrong", 4);
  }

  @Override
  public void reply(String word) {
    if (heard("tui.presets.question")) {
      type(number(catalog.presets(), word));
    } else if (heard("tui.presets.environment")) {
      type(number(catalog.environments(), word));
    } else if (asks("line.digits")) {
      type(word);
      ending = heard;
    } else {
      type(word);
    }
  }

  private static String number(List<Preset> all, String id) {
    return Integer.toString(all.stream().map(Preset::id).toList().indexOf(id) + 1);
  }

  @Override
  public void reply(Map<String, String> answers) {
    while (asks("line.answer")) {
      type(
          answers.entrySet().stream()
              .filter(this::isAsked)
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(""));
    }
  }

  private boolean isAsked(Map.Entry<String, String> answer) {
    String[] key = answer.getKey().split("\\.");
    String label = catalog.setting(answer.getKey()).orElseThrow().label().in(wiring.language());
    String of =
        key.length == 1
            ? wiring.text("tui.form.shared")
            : catalog.step(key[0]).orElseThrow().title().in(wiring.language());
    return plain(heard).contains(plain(of + ": " + label));
  }

  private List<String> choices() {
    return Pattern.compile("^\\d+: (.*)$", Pattern.MULTILINE)
        .matcher(menu())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private String menu() {
    int at =
        Math.max(
            heard.lastIndexOf(wiring.text("line.what-next")),
            heard.lastIndexOf(wiring.text("line.list.which")));
    return at < 0 ? "" : heard.substring(at);
  }

  private void choose(String key) {
    int at = choices().indexOf(wiring.text(key));
    assertTrue(at >= 0, () -> wiring.text(key) + " is not offered in:\n" + heard);
    type(Integer.toString(at + 1));
  }

  private void home() {
    for (int i = 0; i < PAGES && !choices().contains(wiring.text("tui.command.CHECK_ALL")); i++) {
      type(menu().isEmpty() ? "" : "b");
    }
    asked("home");
  }

  /** Finds a step by its id, and returns its line of the list. */
  private Matcher find(String step) {
    home();
    choose("line.find");
    type(step);
    String title = catalog.step(step).orElseThrow().title().in(wiring.language());
    String row = Pattern.quote(wiring.text("line.step", "NUMBER", title) + ": ");
    Matcher line = Pattern.compile(row.replace("NUMBER", "\\E(\\d+)\\Q") + "(.*)").matcher(heard);
    assertTrue(line.find(), () -> step + " is not found in:\n" + heard);
    return line;
  }

  private void open(String step) {
    type(find(step).group(1));
  }

  @Override
  public void plan(String step) {
    open(step);
    choose("tui.command.OPEN.plan");
    String plan = heard;
    choose("line.plan.apply");
    said.append(plan);
  }

  @Override
  public void undo(String step) {
    String number = find(step).group(1);
    type("");
    choose("line.history");
    choose("line.undo.one");
    type(number);
    choose("line.undo.go");
  }

  @Override
  public void skip(String step, String reason) {
    open(step);
    choose("tui.command.SKIP");
    type(reason);
    home();
  }

  @Override
  public void attest(String step) {
    open(step);
    choose("tui.command.OPEN.by-hand");
    choose("tui.command.ATTEST");
    home();
  }

  @Override
  public void quit() {
    home();
    type("q");
    exit = OptionalInt.of(run.join());
  }

  @Override
  public void stop() {
    typed.add(Optional.empty());
    exit = OptionalInt.of(run.join());
  }

  @Override
  public OptionalInt exit() {
    return exit;
  }

  @Override
  public boolean ended(String how) {
    return plain(ending).contains(plain(wiring.text("tui.result." + how)))
        || plain(ending).contains(plain(wiring.text("tui.undo.result." + how)));
  }

  @Override
  public boolean shows(String step, String verdict) {
    String row = find(step).group(2);
    type("");
    String word = wiring.word(verdict);
    return row.equals(word) || row.startsWith(word + ", ") || row.startsWith(word + "、");
  }

  @Override
  public String said() {
    String all = said.toString();
    said.setLength(0);
    return all;
  }

  @Override
  public void close() {
    if (!run.isDone()) {
      stop();
    }
    assertEquals(-1, out.toString().indexOf('\u001b'));
  }
}
