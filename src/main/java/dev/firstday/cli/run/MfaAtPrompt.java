package dev.firstday.cli.run;

import dev.firstday.aws.signin.MfaCodes;
import dev.firstday.catalog.Messages;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks whoever types at a terminal for the code of an MFA device, as the AWS CLI does. */
final class MfaAtPrompt implements MfaCodes {
  // AWS repeats in its refusal what is no code.
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

  private final RunEnvironment world;
  private final Messages messages;
  private volatile boolean closed;
  private volatile boolean accepted;

  MfaAtPrompt(RunEnvironment world, Messages messages) {
    this.world = world;
    this.messages = messages;
  }

  /** From now on a screen or a talk has the terminal, and nobody is asked here. */
  void close() {
    closed = true;
  }

  @Override
  public void accepted() {
    accepted = true;
  }

  @Override
  public boolean renewing() {
    return accepted;
  }

  @Override
  public boolean inPause() {
    return closed && accepted;
  }

  @Override
  public Optional<String> code(String profile, String serial) {
    if (closed || !world.ends().typedAt().getAsBoolean()) {
      return Optional.empty();
    }
    while (true) {
      String question = messages.text("cli.mfa-code", profile, serial);
      String code = world.ask(world.err(), question).orElse("").replace(" ", "");
      if (code.isEmpty()) {
        return Optional.empty();
      } else if (SIX_DIGITS.matcher(code).matches()) {
        return Optional.of(code);
      }
      world.err().println(messages.text("person.six-digits"));
    }
  }
}
