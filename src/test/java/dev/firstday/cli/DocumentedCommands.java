package dev.firstday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands of ours that stand in the README, in docs/ and in the help, and how to try them. */
final class DocumentedCommands {
  private static final List<Path> PAGES =
      List.of(
          Path.of("README.md"),
          Path.of("docs/automation.md"),
          Path.of("docs/commands.md"),
          Path.of("docs/configuration.md"));
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:sh|yaml|crontab)\\n(.*?)^```$");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:^|dist/|run: |\\$\\(|<\\()(firstday(?: [^#|)>&\\n]*[^#|)>&\\n ])?)",
          Pattern.MULTILINE);

  private DocumentedCommands() {}

  /** Those of the pages, each once. */
  static List<String> ofPages() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : PAGES) {
      for (MatchResult block : BLOCK.matcher(Files.readString(page)).results().toList()) {
        COMMAND
            .matcher(block.group(1))
            .results()
            .map(command -> command.group(1).replaceAll(" 2$", "").strip())
            .forEach(commands::add);
      }
    }
    return commands.stream().distinct().toList();
  }

  /** The line with the example in the help of a command. */
  static String exampleLine(String name, String help) {
    return help.lines()
        .filter(line -> line.matches("(Example|例): .*firstday " + name + ".*"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no example: " + name));
  }

  /** The example in the help of a command. */
  static String example(String name, String help) {
    String command =
        exampleLine(name, help).replaceAll(".*?(firstday " + name + "[^>)]*).*", "$1").strip();
    // Without --yes it asks, and nobody is here to answer.
    boolean asks = name.equals("apply") || name.equals("undo");
    return asks ? command + " --yes" : command;
  }

  /**
   * The arguments of a command, with files of the tests.
   *
   * @param folder where it writes
   */
  static List<String> arguments(String command, Path folder) {
    List<String> words = new ArrayList<>(List.of(command.split(" +")));
    words.removeFirst();
    words.replaceAll(
        word ->
            switch (word) {
              case "answers.yaml", "examples/answers.yaml" -> "examples/answers.yaml";
              case "accounts.yaml" -> "examples/accounts.yaml";
              default ->
                  word.matches("[a-z]+\\.(json|html|xml)") ? folder.resolve(word).toString() : word;
            });
    int out = words.indexOf("--out") + 1;
    if (out > 0) {
      words.set(out, folder.resolve(words.get(out)).toString());
    }
    return words;
  }
}
