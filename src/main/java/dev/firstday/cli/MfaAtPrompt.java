package dev.firstday.cli;

import dev.firstday.aws.signin.MfaCodes;
import dev.firstday.catalog.Messages;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Optional;

/** Asks whoever types at a terminal for the code of an MFA device, as the AWS CLI does. */
final class MfaAtPrompt implements MfaCodes {
  private final Surroundings world;
  private final Messages messages;
  private volatile boolean closed;

  MfaAtPrompt(Surroundings world, Messages messages) {
    this.world = world;
    this.messages = messages;
  }

  /** From now on a screen or a talk has the terminal, and nobody is asked here. */
  void close() {
    closed = true;
  }

  @Override
  public Optional<String> code(String profile, String serial) {
    if (closed || !world.ends().typedAt().getAsBoolean()) {
      return Optional.empty();
    }
    world.err().print(messages.text("cli.mfa-code", profile, serial) + " ");
    world.err().flush();
    try {
      return Optional.ofNullable(world.in().readLine())
          .map(line -> Normalizer.normalize(line, Normalizer.Form.NFKC).replace(" ", ""));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
