package dev.firstday.line;

import dev.firstday.catalog.Glossary;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.Reply;
import dev.firstday.line.io.WaitCancelled;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Goes from page to page: says each, asks what to do, and does it. */
final class Conversation {
  private final LineContext context;
  private final LineWriter writer;
  private final Deque<Page> pages = new ArrayDeque<>();

  Conversation(LineContext context, Page first) {
    this.context = context;
    this.writer = context.writer();
    pages.push(first);
  }

  /** Talks until a person quits. */
  void hold() {
    boolean arriving = true;
    while (!pages.isEmpty()) {
      arriving = turn(pages.peek(), arriving);
    }
  }

  /** One page and what is done there; returns whether the next is said. */
  private boolean turn(Page page, boolean arriving) {
    try {
      if (arriving) {
        writer.afresh();
        page.tell(context);
      }
      Navigation turn = choose(page).then().get();
      take(turn);
      return !(turn instanceof Navigation.Again);
    } catch (WaitCancelled e) {
      context.left();
      return false;
    } catch (RecordFailed e) {
      context.notKept(e);
      return false;
    }
  }

  private void take(Navigation turn) {
    switch (turn) {
      case Navigation.Again again -> {}
      case Navigation.Afresh afresh -> {}
      case Navigation.NextPage(Page page) -> pages.push(page);
      case Navigation.ReplacePage(Page page) -> {
        pages.pop();
        pages.push(page);
      }
      case Navigation.PageBack back -> pages.pop();
      case Navigation.FirstPage home -> {
        while (pages.size() > 1) {
          pages.pop();
        }
      }
      case Navigation.EndTalk quit -> pages.clear();
    }
  }

  private Choice choose(Page page) {
    List<Choice> choices = choices(page);
    if (!writer.answered()) {
      offer(page, choices);
    }
    while (true) {
      Reply reply = writer.askNext(writer.text("line.number"));
      if (reply.empty()) {
        return choices.getFirst();
      }
      Optional<Integer> number = reply.number(choices.size());
      if (number.isPresent()) {
        return choices.get(number.get() - 1);
      }
      Optional<Choice> command = command(reply);
      if (command.isPresent()) {
        return command.get();
      } else if (reply.wantsHelp()) {
        help();
        offer(page, choices);
      } else if (!aside(reply)) {
        writer.tell("line.no-such-number", choices.size());
      }
    }
  }

  /** What is done on the spot, and leaves the question as it is. */
  private boolean aside(Reply reply) {
    if (reply.is("x", "hide", "隠す")) {
      context.mask();
      return true;
    }
    boolean words = reply.is("i", "words", "用語");
    if (words) {
      explain();
    }
    return words;
  }

  /** What a word means on every page; empty if it is no such word. */
  private Optional<Choice> command(Reply reply) {
    if (reply.quits()) {
      return Optional.of(new Choice(LineCommand.QUIT, "", Navigation.EndTalk::new));
    } else if (reply.goesBack() && pages.size() > 1) {
      return Optional.of(new Choice(LineCommand.BACK, "", Navigation.PageBack::new));
    } else if (reply.is("l", "language", "言語")) {
      return Optional.of(new Choice(LineCommand.LANGUAGE, "", this::otherLanguage));
    } else if (reply.is("r", "repeat", "もう一度")) {
      return Optional.of(new Choice(LineCommand.GO_ON, "", Navigation.Afresh::new));
    }
    return Optional.empty();
  }

  private List<Choice> choices(Page page) {
    List<Choice> choices = new ArrayList<>(page.choices(context));
    choices.add(
        pages.size() > 1
            ? new Choice(LineCommand.BACK, writer.text("line.back"), Navigation.PageBack::new)
            : new Choice(LineCommand.QUIT, writer.text("line.quit"), Navigation.EndTalk::new));
    return choices;
  }

  private void offer(Page page, List<Choice> choices) {
    writer.afresh();
    writer.say(page.question(context));
    for (int i = 0; i < choices.size(); i++) {
      writer.tell("line.choice", i + 1, choices.get(i).text());
    }
  }

  /** Explains the words of AWS that were said since the last question. */
  private void explain() {
    List<Glossary.Term> terms = Glossary.builtIn().in(writer.said());
    writer.afresh();
    if (terms.isEmpty()) {
      writer.tell("tui.terms.none");
    }
    terms.forEach(term -> writer.fact(writer.of(term.name()), writer.of(term.text())));
  }

  private void help() {
    for (String line : List.of("number", "words", "more", "safe")) {
      writer.tell("line.help." + line);
    }
  }

  private Navigation otherLanguage() {
    if (context.options().onlyEnglish()) {
      writer.tell("only-english");
      return new Navigation.Again();
    }
    context.language(writer.language().other(), true);
    return new Navigation.Afresh();
  }
}
