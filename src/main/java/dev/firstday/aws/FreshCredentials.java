package dev.firstday.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials that are read from their source again when asked to: somebody may have renewed them.
 */
final class FreshCredentials implements AwsCredentialsProvider {
  private final Supplier<? extends AwsCredentialsProvider> source;
  private volatile AwsCredentialsProvider current;

  FreshCredentials(Supplier<? extends AwsCredentialsProvider> source) {
    this.source = source;
    this.current = source.get();
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return current.resolveCredentials();
  }

  /** Forgets what the SDK keeps of them. */
  void readAgain() {
    current = source.get();
  }
}
