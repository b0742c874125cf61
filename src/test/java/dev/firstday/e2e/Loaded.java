package dev.firstday.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The classes that a real process has loaded, in their order.
 *
 * @param log where its Java writes them down
 */
record Loaded(Path log) {
  /** What the JDK needs for a connection, whoever opens it, and for the look-up of a host. */
  private static final Set<String> NETWORK =
      Set.of("sun.nio.ch.Net", "java.net.InetAddress$PlatformResolver");

  /** What lets a Java write them down. */
  String option() {
    return "-Xlog:class+load:file=" + log;
  }

  /** All of them so far; none before there is a log. */
  List<String> classes() {
    try {
      return Files.readAllLines(log).stream()
          .map(line -> line.substring(line.indexOf("] ") + 2).split(" ")[0])
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Whether a class stands for use of the network. */
  static boolean ofNetwork(String name) {
    return NETWORK.contains(name);
  }
}
