package dev.firstday.line.pages;

import dev.firstday.catalog.Note;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
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

/** Changes being made: one line for each, and the questions that only a person can answer. */
public final class ChangeWriting {
  private final LineContext desk;
  private final LineWriter voice;
  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger finished = new AtomicInteger();
  private final List<MadeCall> calls = new ArrayList<>();
  private int all;

  public ChangeWriting(LineContext desk) {
    this.desk = desk;
    this.voice = desk.voice();
  }

  /** A call that was made, as AWS may be asked about it. */
  record MadeCall(Plan.Planned change, String requestId, Duration took) {}

  /** The calls that were made, in order. */
  public List<MadeCall> calls() {
    return List.copyOf(calls);
  }

  public Outcome apply(Plan.Confirmed confirmed) {
    return write(
        confirmed.plan(),
        "line.applying",
        events ->
            desk.session()
                .apply(
                    confirmed, Optional.of(new AskedPerson(desk)), events, stop::get, patience()));
  }

  Outcome undo(Plan.Confirmed confirmed) {
    return write(
        confirmed.plan(),
        "line.undoing",
        events -> desk.session().undo(confirmed, events, stop::get, patience()));
  }

  /** Something that writes, given who hears of its events. */
  @FunctionalInterface
  public interface WritingTask {
    Outcome run(Consumer<ApplyEvent> events);
  }

  public Outcome write(Plan plan, String heading, WritingTask work) {
    all = plan.changes().size();
    voice.afresh();
    voice.tell(heading, all);
    voice.tell("line.applying.stop");
    voice.tell("tui.apply.kept");
    try {
      Outcome outcome =
          desk.waiting()
              .writing(
                  "line.applying.waiting",
                  () -> work.run(event -> desk.waiting().tell(() -> happened(event))),
                  this::stop);
      desk.session().remember();
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionEnded();
    }
  }

  private void stop() {
    if (!stop.getAndSet(true)) {
      voice.afresh();
      voice.tell("tui.apply.stopping");
    }
  }

  /** Nothing can go on until the person has done something. */
  public RecoveryPrompt patience() {
    return new AskedPerson(desk);
  }

  private void happened(ApplyEvent event) {
    voice.afresh();
    switch (event) {
      case ApplyEvent.StepStarted(String step) ->
          voice.tell("tui.log.step", desk.name(desk.step(step)));
      case ApplyEvent.ChangeStarted(Plan.Planned change) -> desk.waiting().now(desk.change(change));
      case ApplyEvent.ChangeWaiting waiting ->
          voice.tell("tui.log.waiting", waiting.problem().code(), waiting.next().toSeconds());
      case ApplyEvent.Paused(Problem problem, Note remedy) -> {
        voice.error(voice.wording().problem(problem));
        voice.tell(remedy.code(), remedy.values().toArray());
        voice.tell("tui.apply.paused");
      }
      case ApplyEvent.Resumed resumed -> voice.tell("tui.log.resumed");
      case ApplyEvent.ChangeDone done -> done(done);
      case ApplyEvent.ChangeFailed failed -> {
        finished.incrementAndGet();
        voice.error(
            List.of(
                voice.text("line.failed", finished, all, desk.change(failed.change())),
                String.join(" ", voice.wording().problem(failed.problem()))));
      }
      case ApplyEvent.ChangeLeft(Plan.Planned change) ->
          voice.tell("tui.log.left", desk.change(change));
      case ApplyEvent.StepVerified verified ->
          voice.tell(
              "line.verified",
              desk.name(desk.step(verified.step())),
              desk.verdict(desk.step(verified.step())));
    }
  }

  private void done(ApplyEvent.ChangeDone done) {
    desk.made().add(done.change());
    calls.add(new MadeCall(done.change(), done.requestId(), done.took()));
    voice.tell("line.done", finished.incrementAndGet(), all, desk.change(done.change()));
  }
}
