package dev.firstday.terminal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What kind of machine this is, as far as its environment shows. */
record Host(Map<String, String> environment, String system) {
  static Host of(Map<String, String> environment) {
    return new Host(environment, System.getProperty("os.name"));
  }

  /** Whether the person uses this machine remotely. */
  boolean remote() {
    return has("SSH_CONNECTION")
        || has("SSH_TTY")
        || has("SSH_CLIENT")
        || value("AWS_EXECUTION_ENV").contains("CloudShell");
  }

  boolean windows() {
    return system.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  boolean mac() {
    return system.toLowerCase(Locale.ROOT).startsWith("mac");
  }

  /** Whether this is Linux inside Windows (WSL). */
  boolean wsl() {
    return has("WSL_DISTRO_NAME") || has("WSL_INTEROP");
  }

  boolean display() {
    return has("DISPLAY") || has("WAYLAND_DISPLAY");
  }

  boolean has(String name) {
    return !value(name).isEmpty();
  }

  String value(String name) {
    return environment.getOrDefault(name, "");
  }

  /** A command with its program's full path, if that can be run. */
  Optional<List<String>> installed(List<String> command) {
    return find(command.getFirst())
        .map(
            program -> {
              List<String> installed = new ArrayList<>(command);
              installed.set(0, program);
              return installed;
            });
  }

  /** The program's full path, if it can be run. */
  Optional<String> find(String program) {
    if (program.isEmpty()) {
      return Optional.empty();
    }
    if (program.contains("/") || program.contains(File.separator)) {
      return Optional.of(program).filter(path -> Files.isExecutable(Path.of(path)));
    }
    return Stream.of(value("PATH").split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(Path.of(folder, program), Path.of(folder, program + ".exe")))
        .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
        .map(Path::toString)
        .findFirst();
  }
}
