package dev.firstday.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The AWS CLI, for tests that start it often. Where its Python modules can be loaded one process
 * does that once and forks for each command, which takes a tenth of the time; elsewhere the {@code
 * aws} of the PATH is started.
 */
public final class AwsCli {
  private static final AwsCli SHARED = new AwsCli();

  private Optional<Path> folder = Optional.empty();
  private boolean tried;

  private AwsCli() {}

  /** Whether there is one here. */
  public static boolean installed() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve("aws")));
  }

  /** A PATH on which {@code aws} is the quickest there is. */
  public static String path() {
    return SHARED
        .started()
        .map(folder -> folder + File.pathSeparator + System.getenv("PATH"))
        .orElse(System.getenv("PATH"));
  }

  /** The program to start it by. */
  public static String program() {
    return SHARED.started().map(folder -> folder.resolve("aws").toString()).orElse("aws");
  }

  private synchronized Optional<Path> started() {
    if (!tried) {
      tried = true;
      try {
        folder = start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return folder;
  }

  private static Optional<Path> start() throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("aws-cli");
    Path server = copied("server.py", home);
    copied("client.py", home);
    Process process;
    try {
      process =
          new ProcessBuilder("python3", server.toString(), home.toString())
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("log").toFile())
              .start();
    } catch (IOException e) {
      return Optional.empty();
    }
    OutputStream lifeline = process.getOutputStream();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(lifeline)));
    Path aws = home.resolve("bin/aws");
    while (process.isAlive() && !Files.exists(aws)) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    return Optional.of(aws.getParent()).filter(bin -> process.isAlive());
  }

  private static void close(OutputStream lifeline) {
    try {
      lifeline.close();
    } catch (IOException e) {
      // It has ended already.
    }
  }

  private static Path copied(String name, Path folder) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream in = AwsCli.class.getResourceAsStream("/aws-cli/" + name)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }
}
