package dev.firstday.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point. */
@Command(name = "firstday")
public final class Main implements Runnable {
  private Main() {}

  /** Runs firstday and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public void run() {}
}
