package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.assess.BoundStep;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.plan.Printer;
import java.time.Clock;
import java.util.Map;

/**
 * What a session is made of.
 *
 * @param invalidate called before each assessment, so that what was read before it is not taken for
 *     the truth
 */
public record SessionParts(
    Catalog catalog,
    Identity identity,
    Map<String, BoundStep> steps,
    AnswerBook answers,
    AnswerRules rules,
    Notes notes,
    Journal journal,
    Caller caller,
    Clock clock,
    Printer printer,
    ReadCache invalidate) {
  /** Forgets what was read. */
  @FunctionalInterface
  public interface ReadCache {
    /**
     * Forgets it.
     *
     * @param afresh whether also what AWS takes money for, which else is kept for a day
     */
    void forget(boolean afresh);
  }

  public SessionParts {
    steps = Map.copyOf(steps);
  }
}
