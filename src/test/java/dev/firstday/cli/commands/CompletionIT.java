package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.cli.Cli;
import dev.firstday.cli.ManPage;
import dev.firstday.cli.Trial;
import dev.firstday.dist.Edition;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The shells themselves are asked what they would propose. */
class CompletionIT {
  private static final Path FOLDER = Path.of("dist/completions");
  private static final Path MAN = Path.of("dist/man/firstday.1");

  @TempDir private Path home;

  private String script(CompletionCommand.Shell shell) {
    return new Trial(home).run("completion", shell.name(), "--lang", "en").out();
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private List<String> run(String... command) throws IOException, InterruptedException {
    Path config = home.resolve(".aws/config");
    Files.createDirectories(config.getParent());
    Files.writeString(config, "[default]\n[profile work]\nregion = eu-west-1\n[profile play]\n");
    Files.writeString(home.resolve(".aws/credentials"), "[default]\n[keys]\n");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("TERM", "dumb");
    builder.environment().remove("AWS_CONFIG_FILE");
    builder.environment().remove("AWS_SHARED_CREDENTIALS_FILE");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return said.lines().map(String::strip).filter(line -> !line.isEmpty()).sorted().toList();
  }

  private List<String> bash(String line) throws IOException, InterruptedException {
    Path script = home.resolve("firstday.bash");
    Files.writeString(script, script(CompletionCommand.Shell.bash));
    String words = line.replace("=", " = ");
    return run(
        "bash",
        "--norc",
        "-c",
        "source "
            + script
            + "; COMP_WORDS=("
            + words
            + (words.endsWith(" ") ? " ''" : "")
            + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _firstday; printf '%s\\n' \"${COMPREPLY[@]}\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "firstday ch; check",
        "firstday check --step root-; root-access-keys root-mfa",
        "firstday apply --except root-m; root-mfa",
        "firstday apply --stop; --stop-on-failure",
        "firstday check --profile ; default keys play work",
        "firstday check --profile=w; work",
        "firstday --practice=; denied",
        "firstday --practice ; check",
        "firstday --lang=; en ja",
        "firstday check --step=root-m; root-mfa",
        "firstday plan --output ; aws-cli json text",
        "firstday check --output j; json junit",
        "firstday apply --set budget.am; budget.amount=",
        "firstday apply --set budget.k; budget.kind=monthly budget.kind=zero-spend",
        "firstday apply --set budget.kind=; monthly zero-spend",
        "firstday apply --set budget.kind=m; monthly",
        "firstday apply --set=budget.kind=m; monthly",
        "firstday --preset mi; minimal",
        "firstday permissions a; apply",
        "firstday completion f; fish",
        "firstday check --watch ; ''",
        "firstday report --format h; html",
      })
  void bash_proposes_what_can_stand_there(String line, String expected) throws Exception {
    // CsvSource takes the space at the end away.
    String typed = line.matches(".*(profile|output|watch|practice)") ? line + " " : line;
    List<String> proposed = bash(typed);
    List<String> wanted =
        Stream.of(expected.replace("''", "").split(" ")).filter(word -> !word.isEmpty()).toList();
    assertTrue(
        line.contains("--practice") ? proposed.containsAll(wanted) : proposed.equals(wanted),
        typed + " proposes " + proposed);
  }

  /** A program in the shell's words that is this one, with a file of steps of a person's own. */
  private Path ownSteps() throws IOException {
    Path steps = home.resolve("own.yaml");
    Files.writeString(
        steps,
        Files.readString(Path.of("wizard-steps.yaml")).replace("billing-access", "own-access"));
    Path program = home.resolve("firstday");
    Edition.script(program);
    return steps;
  }

  @Test
  @Tag("binary")
  void the_steps_of_a_file_of_ones_own_are_proposed_as_they_stand_now() throws Exception {
    Path steps = ownSteps();
    String program = home.resolve("firstday").toString();
    assertEquals(List.of("own-access"), bash(program + " check --steps=" + steps + " --step own"));
    assertEquals(List.of(), bash(program + " check --steps " + steps + " --step billing"));
    assumeTrue(installed("fish"), "no fish here");
    Path script = home.resolve("firstday.fish");
    Files.writeString(script, script(CompletionCommand.Shell.fish));
    String line = program + " check --steps " + steps + " --step own";
    assertEquals(
        List.of("own-access"),
        run("fish", "--no-config", "-c", "source " + script + "; complete -C '" + line + "'"));
  }

  @Test
  void fish_proposes_what_can_stand_there() throws Exception {
    assumeTrue(installed("fish"), "no fish here");
    Path script = home.resolve("firstday.fish");
    Files.writeString(script, script(CompletionCommand.Shell.fish));
    for (var line :
        List.of(
            List.of("firstday check --step root-", "root-access-keys root-mfa"),
            List.of("firstday check --output j", "json junit"),
            List.of("firstday check --profile ", "default keys play work"),
            List.of("firstday --practice=de", "--practice=denied"),
            List.of("firstday --practice per", "permissions"),
            List.of("firstday apply --set budget.kind=m", "budget.kind=monthly"),
            List.of("firstday apply --set budget.am", "budget.amount="))) {
      List<String> proposed =
          run(
              "fish",
              "--no-config",
              "-c",
              "source " + script + "; complete -C '" + line.get(0) + "'");
      assertEquals(
          line.get(1),
          String.join(" ", proposed.stream().map(word -> word.split("\t")[0]).toList()));
    }
    List<String> commands =
        run("fish", "--no-config", "-c", "source " + script + "; complete -C 'firstday ch'");
    assertEquals(List.of("check\tSay how each step stands; write nothing."), commands);
  }

  @Test
  void zsh_takes_the_script() throws Exception {
    assumeTrue(installed("zsh"), "no zsh here");
    Path script = home.resolve("_firstday");
    Files.writeString(script, script(CompletionCommand.Shell.zsh));
    List<String> said =
        run(
            "zsh",
            "-f",
            "-c",
            "autoload -U compinit && compinit -D -u; source "
                + script
                + "; print -r -- ${_comps[firstday]}");
    assertTrue(said.toString().contains("_bash_complete"), said.toString());
  }

  @ParameterizedTest
  @EnumSource(CompletionCommand.Shell.class)
  void what_is_shipped_is_what_the_program_prints(CompletionCommand.Shell shell)
      throws IOException {
    Path file = FOLDER.resolve("firstday." + shell);
    same(file, script(shell));
  }

  @Test
  void the_manual_page_is_made_from_the_commands_and_can_be_read() throws Exception {
    CommandLine root =
        Cli.commandLine(new Trial(home).world(new StringWriter(), new StringWriter()), "--lang=en");
    same(MAN, new ManPage(root).roff());
    assumeTrue(installed("man"), "no man here");
    String page =
        String.join("\n", run("man", "--warnings=all", "-l", MAN.toAbsolutePath().toString()));
    assertTrue(page.contains("firstday - Takes you through the first day"), page);
    assertTrue(page.contains("--watch MINUTES"), page);
    assertTrue(!page.contains("warning"), page);
  }

  private static void same(Path file, String wanted) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, wanted);
    }
    assertTrue(Files.exists(file), file + " is missing; make it with -Dgolden.update=true");
    assertEquals(wanted, Files.readString(file), file + " differs; -Dgolden.update=true");
  }
}
