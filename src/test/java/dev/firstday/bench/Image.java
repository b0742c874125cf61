package dev.firstday.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.dist.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs that are measured: the edition with its own Java or a binary, and the AWS CLI. */
final class Image {
  private static final Path TARGET = Path.of(System.getProperty("firstday.target", "target"));

  private Image() {}

  /** The native binary if it is tested; else what {@code mvn -Pbench package} has laid out. */
  static Path firstday() {
    if (!Edition.onJvm()) {
      return Edition.binary();
    }
    Path launcher = TARGET.resolve("dist/runtime/bin/firstday").toAbsolutePath();
    assumeTrue(Files.isExecutable(launcher), "nothing was laid out: mvn -Pbench verify");
    return launcher;
  }

  /** The AWS CLI itself: what is on the PATH may be a script that looks for it, and takes time. */
  static Path aws() throws IOException {
    Path found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(folder -> Path.of(folder, "aws"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(found != null, "no AWS CLI here");
    if (found.getParent().endsWith("shims")) {
      Process which = new ProcessBuilder("pyenv", "which", "aws").start();
      String said = new String(which.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Path.of(said.strip());
    }
    return found;
  }

  /** How many processors this is measured on. */
  static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
