package dev.firstday.aws.signin;

import dev.firstday.aws.signin.settings.AwsSetting;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.SignInException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Finds the credentials that the AWS CLI would use, in its order: keys of the environment (unless
 * the command line names a profile), the profile, a container's, an EC2 instance's.
 */
final class CredentialChain {
  private final AwsSettings settings;
  private final SignInClients clients;
  private final RoleCredentials roles;
  private final MachineCredentials machine;
  private final Clock clock;

  CredentialChain(AwsSettings settings, SignInClients clients, MfaCodes codes, Clock clock) {
    this.settings = settings;
    this.clients = clients;
    this.clock = clock;
    this.roles = new RoleCredentials(settings, clients, codes, clock);
    this.machine = new MachineCredentials(settings);
  }

  /**
   * The credentials; no program is run and nothing is called before they are first needed.
   *
   * @throws SignInException if the settings lead nowhere
   */
  AwsCredentialsProvider provider() {
    Optional<AwsCredentialsProvider> environment =
        settings.profileOption() ? Optional.empty() : environmentKeys();
    return environment
        .or(() -> ofProfile(settings.profile(), List.of(settings.profile())))
        .orElseGet(machine::provider);
  }

  private Optional<AwsCredentialsProvider> environmentKeys() {
    return settings
        .variable("AWS_ACCESS_KEY_ID")
        .map(
            id ->
                StaticCredentialsProvider.create(
                    StaticKeys.of(
                        id.strip(),
                        settings
                            .variable("AWS_SECRET_ACCESS_KEY")
                            .orElseThrow(() -> SignInException.of("no-secret-variable"))
                            .strip(),
                        settings
                            .variable("AWS_SESSION_TOKEN")
                            .or(() -> settings.variable("AWS_SECURITY_TOKEN"))
                            .map(String::strip))));
  }

  /**
   * What a profile leads to; empty if it names no credentials.
   *
   * @param way the profiles that led here, this one last
   */
  private Optional<AwsCredentialsProvider> ofProfile(String name, List<String> way) {
    if (has(name, "role_arn") && !has(name, "web_identity_token_file")) {
      return Optional.of(roles.assumed(name, source(name, way)));
    }
    boolean outermost = way.size() == 1;
    return webIdentity(name, outermost && !settings.profileOption())
        .or(() -> sso(name))
        .or(() -> keys(name, true))
        .or(() -> login(name))
        .or(() -> process(name))
        .or(() -> keys(name, false));
  }

  /** Who assumes a profile's role. */
  private AwsCredentialsProvider source(String name, List<String> way) {
    Optional<AwsSetting> source = settings.property(name, "source_profile");
    Optional<AwsSetting> other = settings.property(name, "credential_source");
    if (source.isPresent() && other.isPresent()) {
      throw SignInException.of("role-two-sources", name);
    } else if (other.isPresent()) {
      return named(name, other.get());
    }
    String from = source.orElseThrow(() -> SignInException.of("role-no-source", name)).value();
    if (!settings.has(from)) {
      throw SignInException.of("source-missing", name, from, source.get().place());
    }
    List<String> further = new ArrayList<>(way);
    further.add(from);
    boolean ownKeys = from.equals(name) || !has(from, "role_arn");
    if (ownKeys) {
      Optional<AwsCredentialsProvider> keys = keys(from, true).or(() -> keys(from, false));
      if (keys.isPresent()) {
        return keys.get();
      }
    }
    if (way.contains(from)) {
      throw SignInException.of("circle", name, String.join(" > ", further));
    }
    return ofProfile(from, further)
        .orElseThrow(() -> SignInException.of("source-empty", name, from));
  }

  private AwsCredentialsProvider named(String name, AwsSetting source) {
    return switch (source.value()) {
      case "Environment" ->
          environmentKeys().orElseThrow(() -> SignInException.of("no-environment", name));
      case "EcsContainer" ->
          machine.container().orElseThrow(() -> SignInException.of("no-container", name));
      case "Ec2InstanceMetadata" -> machine.instance();
      default -> throw SignInException.of("role-source", name, source.value(), source.place());
    };
  }

  private Optional<AwsCredentialsProvider> webIdentity(String name, boolean variables) {
    Optional<AwsSetting> file = value(name, "web_identity_token_file", variables);
    Optional<AwsSetting> role = value(name, "role_arn", variables);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        roles.ofToken(
            name,
            role.orElseThrow(() -> SignInException.of("token-no-role", file.get().place())),
            file.get(),
            value(name, "role_session_name", variables).map(AwsSetting::value).orElse("")));
  }

  /** A value of a web identity, which variables may hold as well. */
  private Optional<AwsSetting> value(String name, String key, boolean variables) {
    String variable = "AWS_" + key.toUpperCase(Locale.ROOT);
    return settings
        .variable(variable)
        .filter(set -> variables)
        .map(set -> new AwsSetting(set, variable))
        .or(() -> settings.property(name, key));
  }

  private Optional<AwsCredentialsProvider> sso(String name) {
    return has(name, "sso_account_id") || has(name, "sso_role_name")
        ? Optional.of(new SsoCredentials(settings, clients, clock, name).provider())
        : Optional.empty();
  }

  private Optional<AwsCredentialsProvider> login(String name) {
    return settings
        .property(name, "login_session")
        .map(session -> new LoginCredentials(settings, clients, name, session.value()));
  }

  private Optional<AwsCredentialsProvider> process(String name) {
    return settings
        .property(name, "credential_process")
        .map(
            command ->
                new RefreshingCredentials(
                    clock,
                    new CredentialProcess(name, command.value(), settings.variables())::run));
  }

  /** Keys of a profile, of one of the two files. */
  private Optional<AwsCredentialsProvider> keys(String name, boolean credentialsFile) {
    return key(name, "aws_access_key_id", credentialsFile)
        .map(
            id ->
                StaticCredentialsProvider.create(
                    StaticKeys.of(
                        id.value(),
                        key(name, "aws_secret_access_key", credentialsFile)
                            .orElseThrow(() -> SignInException.of("no-secret", name, id.place()))
                            .value(),
                        key(name, "aws_session_token", credentialsFile)
                            .or(() -> key(name, "aws_security_token", credentialsFile))
                            .map(AwsSetting::value))));
  }

  private Optional<AwsSetting> key(String name, String key, boolean credentialsFile) {
    return credentialsFile ? settings.credential(name, key) : settings.property(name, key);
  }

  private boolean has(String name, String key) {
    return settings.property(name, key).isPresent();
  }
}
