package dev.firstday.tui;

import dev.firstday.engine.Session;
import dev.firstday.engine.failure.CallFailed;

/**
 * Finds out who is signed in and opens the session. It is called on a thread of its own, after the
 * first frame was painted, and again when a person asks to try again.
 */
@FunctionalInterface
public interface Connector {
  Session connect() throws CallFailed, NoRegion;
}
