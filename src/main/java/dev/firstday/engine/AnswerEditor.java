package dev.firstday.engine;

import dev.firstday.catalog.Note;
import dev.firstday.catalog.Setting;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.journal.JournalHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** The settings as a person fills them in: answers that hold, and drafts that can't be used yet. */
public final class AnswerEditor {
  private final SessionParts parts;
  private final SessionListeners listeners;
  private final AtomicBoolean unsaved = new AtomicBoolean();
  private final ReentrantLock saving = new ReentrantLock();

  AnswerEditor(SessionParts parts, SessionListeners listeners) {
    this.parts = parts;
    this.listeners = listeners;
    parts.answers().resume(parts.notes().drafts());
  }

  /**
   * What was typed for an answer and can't be used yet.
   *
   * @param expected what would do, under {@code answer.} in the messages
   */
  public record AnswerDraft(String text, Note expected) {}

  Answers answers(String step) {
    return parts
        .answers()
        .of(parts.catalog().step(step).orElseThrow())
        .knowing(change -> JournalHistory.of(parts.journal().entries()).lastMade(change));
  }

  Optional<String> answer(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? parts.answers().shared(key)
        : answers(key.substring(0, dot)).text(key.substring(dot + 1));
  }

  Optional<Note> answer(String key, String text) {
    Optional<Note> expected = take(key, text);
    if (expected.isEmpty()) {
      unsaved.set(true);
      save();
    }
    return expected;
  }

  private Optional<Note> take(String key, String text) {
    if (text.isBlank()) {
      parts.answers().put(key, Optional.empty());
      return Optional.empty();
    }
    return switch (parts.rules().check(parts.catalog().setting(key).orElseThrow(), text)) {
      case AnswerRules.AnswerResult.Wrong wrong -> Optional.of(wrong.expected());
      case AnswerRules.AnswerResult.Right right -> {
        parts.answers().put(key, Optional.of(right.value()));
        yield Optional.empty();
      }
    };
  }

  /**
   * Takes what stands in a field: an answer, or else a draft, which is shown to whoever types on,
   * and used for nothing. It never waits for the disk.
   *
   * @return whether somebody has to call {@link #save}; else somebody is about to
   */
  public boolean typed(String key, String text) {
    if (take(key, text).isPresent()) {
      parts.answers().draft(key, text);
    }
    return !unsaved.getAndSet(true);
  }

  /** Keeps what was typed; when it returns, all of it is on disk. May be called by any thread. */
  public void save() {
    saving.lock();
    try {
      // Before the answers are read: what is typed from now on is for the next to save.
      if (unsaved.getAndSet(false)) {
        listeners.keep(
            () -> parts.notes().saveAnswers(parts.answers().saved(), parts.answers().drafts()));
      }
    } finally {
      saving.unlock();
    }
  }

  /** The drafts, by full key; one that this catalogue does not ask for is left alone. */
  public Map<String, AnswerDraft> drafts() {
    Map<String, AnswerDraft> drafts = new HashMap<>();
    for (Map.Entry<String, String> typed : parts.answers().drafts().entrySet()) {
      Optional<Setting> setting = parts.catalog().setting(typed.getKey());
      if (setting.isPresent()
          && parts.rules().check(setting.get(), typed.getValue())
              instanceof AnswerRules.AnswerResult.Wrong wrong) {
        drafts.put(typed.getKey(), new AnswerDraft(typed.getValue(), wrong.expected()));
      }
    }
    return Map.copyOf(drafts);
  }

  /**
   * Every answer that somebody gave or that follows from the session, by its full key; with them a
   * later run makes the same plan.
   */
  public Map<String, String> given() {
    Map<String, String> all = parts.answers().all();
    parts.answers().defaults().forEach(all::putIfAbsent);
    all.put("home-region", parts.identity().homeRegion());
    return all;
  }
}
