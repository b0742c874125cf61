package dev.firstday.engine.plan;

import java.time.Duration;
import java.util.Set;

/**
 * What a change has to wait for.
 *
 * @param codes error codes that mean "not propagated yet"
 */
public record WaitFor(Set<String> codes, Duration atMost) {}
