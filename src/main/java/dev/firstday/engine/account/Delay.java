package dev.firstday.engine.account;

/**
 * A call that AWS makes us wait for: it is slow, asks for fewer calls, or had a fault; the call is
 * tried again by itself.
 *
 * @param call the service and operation
 * @param attempt which attempt this is, from 1
 * @param of how many there will be at most
 */
public record Delay(String call, int attempt, int of) {}
