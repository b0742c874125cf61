package dev.firstday.aws.signin;

import dev.firstday.aws.signin.network.TimeLimit;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.SignInException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;

/** Credentials of the machine itself: of a container, as CloudShell is, or of an EC2 instance. */
final class MachineCredentials {
  // Elsewhere than on an instance nobody answers.
  private static final Duration INSTANCE = Duration.ofSeconds(15);

  private final AwsSettings settings;

  MachineCredentials(AwsSettings settings) {
    this.settings = settings;
  }

  /** A container's, or else an instance's. */
  AwsCredentialsProvider provider() {
    return container().orElseGet(this::instance);
  }

  /** A container's; empty if this is none. */
  Optional<AwsCredentialsProvider> container() {
    return settings
        .variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        .or(() -> settings.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
        .map(
            uri -> {
              AwsCredentialsProvider sdk = ContainerCredentialsProvider.builder().build();
              return () -> {
                try {
                  return TimeLimit.within(TimeLimit.CALL, sdk::resolveCredentials);
                } catch (RuntimeException e) {
                  throw SignInException.of("container", SignInException.line(uri), reason(e))
                      .after(e);
                }
              };
            });
  }

  /** An instance's. */
  AwsCredentialsProvider instance() {
    AwsCredentialsProvider sdk =
        InstanceProfileCredentialsProvider.builder()
            .profileFile(settings.forSdk())
            .profileName(AwsSettings.SDK_PROFILE)
            .build();
    return () -> instance(sdk);
  }

  private AwsCredentials instance(AwsCredentialsProvider sdk) {
    boolean off =
        settings
            .variable("AWS_EC2_METADATA_DISABLED")
            .filter(value -> value.strip().equalsIgnoreCase("true"))
            .isPresent();
    try {
      if (!off) {
        return TimeLimit.within(INSTANCE, sdk::resolveCredentials);
      }
    } catch (RuntimeException e) {
      throw nothing();
    }
    throw nothing();
  }

  private SignInException nothing() {
    return settings.profileNamed()
        ? SignInException.of(
            "profile-empty", settings.profile(), Renewal.command("aws login", settings.profile()))
        : SignInException.of("nothing");
  }

  private static String reason(RuntimeException e) {
    return SignInException.reason(e);
  }
}
