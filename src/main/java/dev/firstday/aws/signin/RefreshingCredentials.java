package dev.firstday.aws.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials that are got when they are first needed, and again before they expire. */
final class RefreshingCredentials implements AwsCredentialsProvider {
  private static final Duration BEFORE = Duration.ofMinutes(1);

  private final Supplier<CredentialSession> source;
  private final Clock clock;

  // Calls are made at the same time: a program that asks a person must run once.
  private final Lock lock = new ReentrantLock();
  private Optional<CredentialSession> held = Optional.empty();

  /**
   * Credentials.
   *
   * @param expiration when they expire; empty if they don't
   */
  record CredentialSession(AwsCredentials credentials, Optional<Instant> expiration) {}

  RefreshingCredentials(Clock clock, Supplier<CredentialSession> source) {
    this.clock = clock;
    this.source = source;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    lock.lock();
    try {
      if (held.filter(this::good).isEmpty()) {
        held = Optional.of(source.get());
      }
      return held.get().credentials();
    } finally {
      lock.unlock();
    }
  }

  private boolean good(CredentialSession session) {
    return session
        .expiration()
        .map(end -> clock.instant().isBefore(end.minus(BEFORE)))
        .orElse(true);
  }
}
