package dev.firstday.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials that can be read from their source again, for somebody may have renewed them. Whoever
 * does so finds out whose they are before all calls are made with them.
 */
final class FreshCredentials implements AwsCredentialsProvider {
  private final Supplier<? extends AwsCredentialsProvider> source;
  private volatile AwsCredentialsProvider current;

  FreshCredentials(Supplier<? extends AwsCredentialsProvider> source) {
    this(source.get(), source);
  }

  /**
   * @param first the credentials to begin with
   * @param source reads them again
   */
  FreshCredentials(
      AwsCredentialsProvider first, Supplier<? extends AwsCredentialsProvider> source) {
    this.source = source;
    this.current = first;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return current.resolveCredentials();
  }

  /** Reads them again; calls go on with those before. */
  AwsCredentialsProvider readAgain() {
    return source.get();
  }

  /** From now on calls are made with these. */
  void use(AwsCredentialsProvider other) {
    current = other;
  }
}
