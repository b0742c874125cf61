package dev.firstday.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How firstday is started again for the same account: with the options of this run that choose the
 * account, the answers and the language.
 */
public record Invocation(Options options) {
  /** What no shell takes for anything but itself. */
  private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}@%+=:,./_-]+");

  /** The command line, with these words first. */
  public String command(String... words) {
    List<String> line = account(words);
    add(line, "--lang", options.language());
    return joined(line);
  }

  /** The same of the wizard, which keeps the language that was chosen in it. */
  public String wizard(String... words) {
    return joined(account(words));
  }

  /** The command line of a command that asks neither AWS nor the answers. */
  public String offline(String... words) {
    List<String> line = line(words);
    add(line, "--steps", file(options.steps));
    add(line, "--lang", options.language());
    return joined(line);
  }

  private List<String> account(String... words) {
    List<String> line = line(words);
    options.practice.ifPresent(
        scenario -> line.add(scenario.equals("new") ? "--practice" : "--practice=" + scenario));
    add(line, "--profile", options.profile);
    add(line, "--region", options.region);
    add(line, "--endpoint-url", options.endpoint);
    add(line, "--steps", file(options.steps));
    add(line, "--answers", file(options.answers));
    add(line, "--preset", options.presetId());
    options.set.forEach(answer -> add(line, "--set", Optional.of(answer)));
    add(line, "--state-dir", options.stateDir().map(Path::toString));
    return line;
  }

  private static List<String> line(String... words) {
    List<String> line = new ArrayList<>(List.of("firstday"));
    line.addAll(List.of(words));
    return line;
  }

  /** A file by its name; standard input can't be read twice. */
  private static Optional<String> file(Optional<Path> named) {
    return named.map(Path::toString).filter(file -> !file.equals("-"));
  }

  private static String joined(List<String> line) {
    return String.join(" ", line.stream().map(Invocation::quoted).toList());
  }

  private static void add(List<String> line, String name, Optional<String> value) {
    value.ifPresent(given -> line.addAll(List.of(name, given)));
  }

  private static String quoted(String word) {
    return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
