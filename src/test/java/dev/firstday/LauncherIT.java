package dev.firstday;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs {@code dist/firstday} itself in a small project, with a Maven and Javas that only look so.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  private static final String TOOLS =
      "cat find grep head ln locale mkdir mv readlink rm rmdir sed sleep tail touch";

  /**
   * Wants the file of options to be there, tells its arguments, each in brackets, and ends with the
   * code it was asked for.
   */
  private static final String JAVA =
      """
      #!/bin/sh
      case $1 in
        -version) echo asked >>"$0.asked"; echo 'openjdk version "VERSION" 2026-01-20' >&2; exit ;;
        -XshowSettings:properties) echo '    java.home = HOME' >&2; exit ;;
      esac
      options=
      while [ "$1" != -jar ]; do
        case $1 in @*) options=${1#@} ;; esac
        shift
      done
      [ -f "$options" ] || { echo "no options in '$options'" >&2; exit 1; }
      for argument; do printf '<%s>' "$argument"; done
      eval "printf '%s' \\"${TELL:-}\\""
      exit "${EXIT_CODE:-0}"
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo run >>../runs
      if [ -f ../hold ]; then
        echo $$ >../holding
        while [ -f ../hold ]; do sleep 0.1; done
      fi
      if [ -f ../broken ]; then
        echo "[INFO] compiling"
        cat ../broken
        exit 1
      fi
      mkdir -p target/app/lib target/classes/dev/firstday/cli
      echo class >target/classes/dev/firstday/cli/Main.class
      printf 'PK\\005\\006%018d' 0 >target/app/firstday.jar
      """;

  private final Map<String, String> environment = new TreeMap<>();
  private final AtomicInteger started = new AtomicInteger();
  private @TempDir Path folder;
  private Path project;
  private Path system;
  private Path path;
  private Path home;
  private Path script;

  @BeforeEach
  void lay_out_a_project() throws IOException {
    folder = folder.toRealPath();
    project = folder.resolve("a project");
    system = folder.resolve("the system");
    path = Files.createDirectories(folder.resolve("bin"));
    home = Files.createDirectories(folder.resolve("home of a person"));
    script = project.resolve("dist/firstday");
    write(project.resolve("pom.xml"), "<project/>");
    write(project.resolve("wizard-steps.yaml"), "steps: []");
    write(project.resolve("src/main/java/Main.java"), "class Main {}");
    write(project.resolve("dist/java.options"), "");
    String launcher = Files.readString(Path.of("dist/firstday"));
    String rooted = launcher.replace("\nsystem='' ", "\nsystem='" + system + "' ");
    assertFalse(rooted.equals(launcher), "dist/firstday has no line that begins with system=''");
    write(script, rooted);
    for (String tool : TOOLS.split(" ")) {
      String where = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
      program(path.resolve(tool), "#!/bin/sh\nexec " + where + tool + " \"$@\"\n");
    }
    program(path.resolve("mvn"), MAVEN);
    java(system.resolve("usr/lib/jvm/jdk-25"), "25.0.1");
    environment.put("PATH", path.toString());
    environment.put("HOME", home.toString());
    environment.put("LANG", "C.UTF-8");
  }

  @Test
  void builds_on_first_use_with_one_line_of_progress_and_then_runs() throws Exception {
    Result result = run("check");

    assertEquals("<-jar><" + project.resolve("target/app/firstday.jar") + "><check>", result.out());
    assertEquals("firstday: building (first use, about a minute)...\n", result.err());
    assertEquals(0, result.exit());
    assertEquals(1, builds());
  }

  @Test
  void does_not_build_when_nothing_changed() throws Exception {
    run();

    assertEquals("", run().err());
    assertEquals(1, builds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "wizard-steps.yaml", "src/main/java/Main.java"})
  void builds_again_after_a_change(String file) throws Exception {
    run();
    write(project.resolve(file), "changed");

    assertEquals("firstday: building (sources have changed)...\n", run().err());
    assertEquals("", run().err());
    assertEquals(2, builds());
  }

  @Test
  void builds_again_after_a_source_was_removed() throws Exception {
    run();
    Files.delete(project.resolve("src/main/java/Main.java"));

    run();

    assertEquals(2, builds());
  }

  @Test
  void builds_again_after_a_clean() throws Exception {
    run();
    Files.delete(project.resolve("target/app/firstday.jar"));

    run();

    assertEquals(2, builds());
  }

  @Test
  void takes_what_maven_has_built_by_hand() throws Exception {
    buildByHand();

    assertEquals("", run().err());
    assertEquals(1, builds());
  }

  @Test
  void never_runs_a_jar_that_is_only_half_written() throws Exception {
    buildByHand();
    write(project.resolve("target/app/firstday.jar"), "PK and then the power went");

    run();

    assertEquals(2, builds());
  }

  @Test
  void starts_clean_after_an_interrupted_build() throws Exception {
    Path remains = project.resolve("target/classes/Half.class");
    write(folder.resolve("hold"), "");
    Process launcher = start();
    waitFor(() -> Files.exists(folder.resolve("holding")));
    write(remains, "half a cl");

    launcher.destroy();

    assertTrue(launcher.waitFor(20, TimeUnit.SECONDS));
    assertEquals(143, launcher.exitValue());
    assertFalse(Files.isSymbolicLink(project.resolve("target/firstday.lock")));
    long maven = Long.parseLong(Files.readString(folder.resolve("holding")).strip());
    waitFor(() -> ProcessHandle.of(maven).isEmpty());
    Files.delete(folder.resolve("hold"));
    assertEquals(0, run().exit());
    assertFalse(Files.exists(remains));
    assertEquals(2, builds());
  }

  @Test
  void two_at_once_build_once() throws Exception {
    write(folder.resolve("hold"), "");
    Process first = start();
    waitFor(() -> Files.exists(folder.resolve("holding")));
    Process second = start();
    waitFor(() -> read("err-2").contains("waiting for the build of process " + first.pid()));
    Files.delete(folder.resolve("hold"));

    assertTrue(first.waitFor(20, TimeUnit.SECONDS));
    assertTrue(second.waitFor(20, TimeUnit.SECONDS));

    assertEquals(List.of(0, 0), List.of(first.exitValue(), second.exitValue()));
    assertEquals(read("out-1"), read("out-2"));
    assertEquals(1, builds());
  }

  @Test
  void takes_the_lock_of_a_builder_that_died() throws Exception {
    Process dead = new ProcessBuilder("/bin/sh", "-c", "exit").start();
    dead.waitFor();
    Files.createDirectories(project.resolve("target"));
    Files.createSymbolicLink(
        project.resolve("target/firstday.lock"), Path.of(Long.toString(dead.pid())));

    Result result = run();

    assertEquals(0, result.exit(), result.err());
    assertEquals(1, builds());
  }

  @Test
  void a_broken_build_tells_why_and_where_the_log_is() throws Exception {
    write(
        folder.resolve("broken"),
        """
        [ERROR] Main.java:[3,1] class expected
        [ERROR]
        [ERROR] Re-run Maven using the -X switch to enable full debug logging.
        """);

    Result result = run();

    assertEquals(70, result.exit());
    assertEquals("", result.out());
    assertLinesMatch(
        List.of(
            "firstday: building \\(first use, about a minute\\)\\.\\.\\.",
            "firstday: the build failed\\. The whole log is in .*/a project/target/build\\.log",
            "\\[ERROR\\] Main\\.java:\\[3,1\\] class expected"),
        result.err().lines().toList());
    assertEquals(70, run().exit(), "a failed build must not be taken for one");
  }

  @Test
  void a_build_without_a_compiler_says_to_install_a_jdk() throws Exception {
    write(folder.resolve("broken"), "[ERROR] Cannot find matching toolchain definitions\n");

    Result result = run();

    assertEquals(2, result.exit());
    assertTrue(result.err().contains("needs a JDK 21 or newer to build itself"), result.err());
  }

  @Test
  void passes_arguments_on_exactly() throws Exception {
    String[] arguments = {
      "", "a b", " ", "'", "\"", "*", "$HOME", "\\", "--", "-version", "@file", "two\nlines", "日本"
    };

    String jar = project.resolve("target/app/firstday.jar").toString();

    assertEquals("<-jar><" + jar + "><" + String.join("><", arguments) + ">", run(arguments).out());
  }

  @Test
  void keeps_the_exit_code() throws Exception {
    environment.put("EXIT_CODE", "3");

    assertEquals(3, run().exit());
    assertEquals(3, run().exit());
  }

  @Test
  void becomes_Java_so_that_signals_reach_it() throws Exception {
    environment.put("TELL", "$$");
    Process launcher = start();

    assertTrue(launcher.waitFor(20, TimeUnit.SECONDS));

    assertTrue(read("out-1").endsWith(">" + launcher.pid()), read("out-1"));
  }

  @Test
  void a_rebuild_leaves_alone_the_jar_that_another_firstday_runs_from() throws Exception {
    run();
    Path jar = project.resolve("target/app/firstday.jar");
    Object before = Files.readAttributes(jar, BasicFileAttributes.class).fileKey();
    try (InputStream held = Files.newInputStream(jar)) {
      write(project.resolve("pom.xml"), "changed");
      run();
      Object after = Files.readAttributes(jar, BasicFileAttributes.class).fileKey();
      assertNotEquals(before, after);
      assertEquals(22, held.readAllBytes().length);
    }
  }

  @Test
  void gives_Java_an_encoding_where_the_locale_has_none() throws Exception {
    environment.put("TELL", "${LC_ALL:-}/${FIRSTDAY_LC_ALL-unset}");
    environment.remove("LANG");

    assertTrue(run().out().endsWith(">C.UTF-8/"));
    environment.put("LC_ALL", "POSIX");
    assertTrue(run().out().endsWith(">C.UTF-8/POSIX"));
    environment.put("LC_ALL", "C.UTF-8");
    assertTrue(run().out().endsWith(">C.UTF-8/unset"));
  }

  @Test
  void says_what_the_locale_was() throws Exception {
    environment.put("TELL", "${LANG:-}/${FIRSTDAY_LC_ALL-unset}/${FIRSTDAY_LANG-unset}");
    environment.put("LANG", "ja_JP.no-such-encoding");

    assertTrue(run().out().endsWith(">ja_JP.no-such-encoding//unset"));
  }

  @Test
  void can_be_started_through_links_from_anywhere() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("my bin"));
    Files.createSymbolicLink(bin.resolve("absolute"), script);
    Files.createSymbolicLink(bin.resolve("link"), Path.of("absolute"));
    Path linked = Files.createSymbolicLink(folder.resolve("linked folder"), bin);

    script = linked.resolve("link");
    assertEquals(0, run().exit());
    script = Path.of("firstday");
    assertEquals(0, runIn(project.resolve("dist")).exit());
    assertEquals(1, builds());
  }

  @Test
  void runs_a_packaged_program_without_maven() throws Exception {
    Path packaged = folder.resolve("opt/firstday 1.0");
    write(packaged.resolve("bin/firstday"), Files.readString(script));
    write(packaged.resolve("bin/java.options"), "");
    write(packaged.resolve("lib/firstday.jar"), "");
    script = packaged.resolve("bin/firstday");
    Files.delete(path.resolve("mvn"));

    assertEquals("<-jar><" + packaged.resolve("lib/firstday.jar") + "><check>", run("check").out());
  }

  @Test
  void without_maven_says_what_to_install() throws Exception {
    Files.delete(path.resolve("mvn"));

    Result result = run();

    assertEquals(2, result.exit());
    assertTrue(result.err().startsWith("firstday: needs Apache Maven"), result.err());
    assertTrue(result.err().contains("apt install maven"), result.err());
    assertFalse(Files.exists(project.resolve("target")));
  }

  @Test
  void without_maven_runs_the_last_build_and_says_so() throws Exception {
    run();
    Files.delete(path.resolve("mvn"));
    write(project.resolve("pom.xml"), "changed");

    Result result = run();

    assertEquals(0, result.exit());
    assertEquals(
        "firstday: no Maven found: running the last build although sources have changed since\n",
        result.err());
  }

  @Test
  void runs_from_a_checkout_that_cannot_be_written() throws Exception {
    buildByHand();
    Path target = project.resolve("target");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(target), "the root user may write everywhere");
    try {
      assertEquals("", run().err());
      write(project.resolve("pom.xml"), "changed");
      Result result = run();
      assertEquals(0, result.exit());
      assertTrue(result.err().contains("can't be written: running the last build"), result.err());
    } finally {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/lib/jvm/java-21-openjdk-amd64",
        "usr/java/jdk-25",
        "opt/jdk-25.0.1",
        "opt/java/openjdk",
        "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
        "opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
        "usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home",
      })
  void finds_a_Java_in_the_usual_folders(String where) throws Exception {
    forget("jdk-25");
    java(system.resolve("usr/lib/jvm/java-11"), "11.0.2");
    java(system.resolve(where), "21");

    assertEquals(0, run().exit());
  }

  @Test
  void finds_a_Java_of_sdkman() throws Exception {
    forget("jdk-25");
    java(home.resolve(".sdkman/candidates/java/25-tem"), "25");

    assertEquals(0, run().exit());
  }

  @Test
  void asks_java_home_of_macos() throws Exception {
    forget("jdk-25");
    Path mac = java(folder.resolve("mac/Home"), "25");
    program(system.resolve("usr/libexec/java_home"), "#!/bin/sh\necho '" + mac + "'\n");

    assertEquals(0, run().exit());
  }

  @Test
  void prefers_JAVA_HOME_then_the_path_then_the_usual_folders() throws Exception {
    environment.put("EXIT_CODE", "0");
    exitingWith(java(folder.resolve("chosen"), "26-ea"), 11);
    exitingWith(java(folder.resolve("on the path"), "22.0.1"), 12);
    Files.createSymbolicLink(folder.resolve("java"), folder.resolve("on the path/bin/java"));
    Files.createSymbolicLink(path.resolve("java"), Path.of("../java"));

    environment.put("JAVA_HOME", folder.resolve("chosen").toString());
    assertEquals(11, run().exit());
    environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
    assertEquals(12, run().exit());
    Files.delete(path.resolve("java"));
    assertEquals(0, run().exit());
  }

  @Test
  void asks_a_shim_on_the_path_for_its_Java() throws Exception {
    forget("jdk-25");
    Path real = java(folder.resolve("real one"), "25");
    program(path.resolve("java"), Files.readString(real.resolve("bin/java")));

    assertEquals(0, run().exit());
  }

  @Test
  void asks_for_the_version_only_where_no_release_file_tells_it() throws Exception {
    Path jdk = system.resolve("usr/lib/jvm/jdk-25");
    run();
    assertFalse(Files.exists(jdk.resolve("bin/java.asked")));

    Files.delete(jdk.resolve("release"));
    assertEquals(0, run().exit());
    assertTrue(Files.exists(jdk.resolve("bin/java.asked")));
  }

  @Test
  void passes_over_an_old_JAVA_HOME() throws Exception {
    environment.put("JAVA_HOME", java(folder.resolve("old"), "1.8.0_392").toString());

    assertEquals(0, run().exit());
  }

  @Test
  void refuses_Java_17_with_one_clear_message() throws Exception {
    forget("jdk-25");
    Path old = java(system.resolve("usr/lib/jvm/jdk-17"), "17.0.15");

    Result result = run("check");

    assertEquals(2, result.exit());
    assertEquals(
        """
        firstday: needs Java 21 or newer, and found 17.0.15 in %s
        firstday: install Eclipse Temurin JDK 25, or point JAVA_HOME to a JDK that is already there:
          Debian, Ubuntu:  sudo apt install openjdk-25-jdk   (or openjdk-21-jdk)
          macOS, Homebrew: brew install openjdk
          SDKMAN:          sdk install java 25-tem
        firstday: nothing was started (exit code 2)
        """
            .formatted(old),
        result.err());
    assertEquals("", result.out());
    assertEquals(0, builds());
  }

  @Test
  void speaks_Japanese_to_those_who_do() throws Exception {
    forget("jdk-25");
    environment.put("LANG", "ja_JP.UTF-8");

    Result result = run();

    assertEquals(2, result.exit());
    assertTrue(result.err().startsWith("firstday: Java 21 以降が必要です (見つかったもの: なし)\n"), result.err());
    environment.put("LC_ALL", "C.UTF-8");
    assertTrue(run().err().startsWith("firstday: needs Java 21 or newer, and found none\n"));
    environment.put("LC_ALL", "ja_JP.eucJP");
    assertTrue(run().err().startsWith("firstday: needs Java 21 or newer, and found none\n"));
  }

  @Test
  void the_launchers_are_ready_to_run() throws IOException {
    assertTrue(Files.isExecutable(Path.of("dist/firstday")));
    assertTrue(Files.isExecutable(Path.of(".ci/run")));
    byte[] twin = Files.readAllBytes(Path.of("dist/firstday.cmd"));
    for (int i = 0; i < twin.length; i++) {
      assertTrue(twin[i] > 0, "cmd.exe reads firstday.cmd in a code page of its own: ASCII only");
      assertTrue(twin[i] != '\n' || twin[i - 1] == '\r', "cmd.exe loses labels without CRLF");
    }
  }

  private record Result(int exit, String out, String err) {}

  private Result run(String... arguments) throws Exception {
    return runIn(folder, arguments);
  }

  private Result runIn(Path directory, String... arguments) throws Exception {
    Process process = startIn(directory, arguments);
    int number = started.get();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    return new Result(process.exitValue(), read("out-" + number), read("err-" + number));
  }

  private Process start() throws IOException {
    return startIn(folder);
  }

  private Process startIn(Path directory, String... arguments) throws IOException {
    int number = started.incrementAndGet();
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(project.resolve("pom.xml").toFile()))
        .redirectOutput(folder.resolve("out-" + number).toFile())
        .redirectError(folder.resolve("err-" + number).toFile())
        .start();
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private long builds() {
    return read("runs").lines().count();
  }

  private void buildByHand() throws Exception {
    Instant before = Instant.now().minus(Duration.ofMinutes(1));
    Process maven =
        new ProcessBuilder("/bin/sh", path.resolve("mvn").toString())
            .directory(project.toFile())
            .start();
    assertEquals(0, maven.waitFor());
    // As the fake is faster than the clock of some file systems.
    Files.setLastModifiedTime(
        project.resolve("target/classes/dev/firstday/cli/Main.class"), FileTime.from(before));
    age(project.resolve("pom.xml"));
    age(project.resolve("wizard-steps.yaml"));
    for (String source : List.of("", "/java", "/java/Main.java")) {
      age(project.resolve("src/main" + source));
    }
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  private static Path java(Path home, String version) throws IOException {
    program(
        home.resolve("bin/java"),
        JAVA.replace("VERSION", version).replace("HOME", home.toString()));
    write(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nX=\"1\"\n");
    return home;
  }

  private static void exitingWith(Path home, int code) throws IOException {
    Path java = home.resolve("bin/java");
    program(java, Files.readString(java).replace("${EXIT_CODE:-0}", Integer.toString(code)));
  }

  private void forget(String jdk) throws IOException {
    Files.move(system.resolve("usr/lib/jvm/" + jdk), folder.resolve("forgotten"));
  }

  private static void program(Path file, String text) throws IOException {
    write(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void waitFor(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), "waited in vain");
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
