package dev.firstday.aws.client;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials that can be read from their source again, for somebody may have renewed them. Whoever
 * does so finds out whose they are before all calls are made with them.
 */
public final class FreshCredentials implements AwsCredentialsProvider {
  private final Supplier<? extends AwsCredentialsProvider> source;
  private volatile AwsCredentialsProvider current;

  public FreshCredentials(Supplier<? extends AwsCredentialsProvider> source) {
    this(source.get(), source);
  }

  /**
   * @param first the credentials to begin with
   * @param source reads them again
   */
  public FreshCredentials(
      AwsCredentialsProvider first, Supplier<? extends AwsCredentialsProvider> source) {
    this.source = source;
    this.current = first;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return current.resolveCredentials();
  }

  /** Reads them again; calls go on with those before. */
  public AwsCredentialsProvider readAgain() {
    return source.get();
  }

  /** From now on calls are made with these. */
  public void use(AwsCredentialsProvider other) {
    current = other;
  }
}
