package dev.firstday.line.pages;

import dev.firstday.catalog.Note;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.SessionEnded;
import dev.firstday.line.model.LineContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Changes being made: one line for each, and the questions that only a person can answer. */
public final class ChangeWriting {
  private final LineContext context;
  private final LineWriter writer;
  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger finished = new AtomicInteger();
  private final List<MadeCall> calls = new ArrayList<>();
  private int all;

  public ChangeWriting(LineContext context) {
    this.context = context;
    this.writer = context.writer();
  }

  /** A call that was made, as AWS may be asked about it. */
  record MadeCall(Plan.Planned change, String requestId, Duration took) {}

  /** The calls that were made, in order. */
  public List<MadeCall> calls() {
    return List.copyOf(calls);
  }

  public Outcome apply(Plan.Confirmed confirmed) {
    AskedPerson person = new AskedPerson(context);
    Session session = context.session();
    return write(
        confirmed.plan(),
        "line.applying",
        events -> session.apply(confirmed, Optional.of(person), events, stop::get, person));
  }

  Outcome undo(Plan.Confirmed confirmed) {
    AskedPerson person = new AskedPerson(context);
    return write(
        confirmed.plan(),
        "line.undoing",
        events -> context.session().undo(confirmed, events, stop::get, person));
  }

  /** Tells what happens while something writes, which is given who hears of its events. */
  public Outcome write(Plan plan, String heading, Function<Consumer<ApplyEvent>, Outcome> writing) {
    all = plan.changes().size();
    writer.afresh();
    writer.tell(heading, all);
    writer.tell("line.applying.stop");
    writer.tell("tui.apply.kept");
    try {
      Outcome outcome =
          context
              .waiting()
              .writing(
                  "line.applying.waiting",
                  () -> writing.apply(event -> context.waiting().tell(() -> happened(event))),
                  this::stop);
      context.session().remember();
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionEnded();
    }
  }

  private void stop() {
    if (!stop.getAndSet(true)) {
      writer.afresh();
      writer.tell("tui.apply.stopping");
    }
  }

  private void happened(ApplyEvent event) {
    writer.afresh();
    switch (event) {
      case ApplyEvent.StepStarted(String step) ->
          writer.tell("tui.log.step", context.name(context.step(step)));
      case ApplyEvent.ChangeStarted(Plan.Planned change) ->
          context.waiting().now(context.change(change));
      case ApplyEvent.ChangeWaiting waiting ->
          writer.tell("tui.log.waiting", waiting.problem().code(), waiting.next().toSeconds());
      case ApplyEvent.Paused(Problem problem, Note remedy) -> {
        writer.error(writer.wording().problem(problem));
        writer.tell(remedy.code(), remedy.values().toArray());
        writer.tell("tui.apply.paused");
      }
      case ApplyEvent.Resumed resumed -> writer.tell("tui.log.resumed");
      case ApplyEvent.ChangeDone done -> done(done);
      case ApplyEvent.ChangeFailed failed -> failed(failed);
      case ApplyEvent.ChangeLeft(Plan.Planned change) ->
          writer.tell("tui.log.left", context.change(change));
      case ApplyEvent.StepVerified(String id, var seen) -> {
        StepView step = context.step(id);
        writer.tell("line.verified", context.name(step), context.verdict(step));
      }
    }
  }

  private void failed(ApplyEvent.ChangeFailed failed) {
    finished.incrementAndGet();
    writer.error(
        List.of(
            writer.text("line.failed", finished, all, context.change(failed.change())),
            String.join(" ", writer.wording().problem(failed.problem()))));
  }

  private void done(ApplyEvent.ChangeDone done) {
    context.made().add(done.change());
    calls.add(new MadeCall(done.change(), done.requestId(), done.took()));
    writer.tell("line.done", finished.incrementAndGet(), all, context.change(done.change()));
  }
}
