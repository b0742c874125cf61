package dev.firstday.engine.account;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells whoever wants to know of calls that AWS makes us wait for; on whatever thread waits. */
public final class Delays implements Consumer<Delay> {
  /** Nobody is offered to leave what is over sooner. */
  public static final Duration LEAVE_AFTER = Duration.ofSeconds(10);

  private final List<Consumer<Delay>> listeners = new CopyOnWriteArrayList<>();

  public void listen(Consumer<Delay> listener) {
    listeners.add(listener);
  }

  @Override
  public void accept(Delay delay) {
    listeners.forEach(listener -> listener.accept(delay));
  }
}
