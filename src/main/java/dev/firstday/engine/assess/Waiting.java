package dev.firstday.engine.assess;

import dev.firstday.catalog.Note;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a step is not done although nothing can be written for it now.
 *
 * @param reason what it waits for: a mail to be confirmed, time to pass
 * @param until when it may be over, where that is known
 */
public record Waiting(Note reason, Optional<Instant> until) {}
