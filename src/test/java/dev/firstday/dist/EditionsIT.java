package dev.firstday.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks and runs what {@code mvn -Pdist package} has made. */
@Tag("full")
@Tag("dist")
@EnabledOnOs({OS.LINUX, OS.MAC})
class EditionsIT {
  private static final Path TARGET = Path.of(System.getProperty("firstday.target", "target"));
  private static final Path ARCHIVES = TARGET.resolve("jreleaser/assemble");

  @TempDir private Path folder;

  /** How a process ended, what it said, and how long it took. */
  private record Ended(int code, String out, String err, Duration time) {}

  @BeforeAll
  static void something_to_try() {
    assumeTrue(Files.isDirectory(ARCHIVES), "nothing was packed: mvn -Pdist package");
  }

  @Test
  void the_plain_edition_passes_the_smoke_test() throws Exception {
    Path home = unpack(archive("firstday"));
    smoke(home.resolve("bin/firstday"));
    assertFalse(Files.exists(home.resolve("runtime")));
  }

  @Test
  void the_zip_holds_the_same_files_as_the_tar() throws Exception {
    Path tar = unpack(archive("firstday"));
    Path zip = Path.of(archive("firstday").toString().replace(".tar.gz", ".zip"));
    try (FileSystem files = FileSystems.newFileSystem(zip)) {
      assertEquals(relative(tar), relative(files.getPath("/" + tar.getFileName())));
    }
  }

  @Test
  void the_edition_with_its_own_Java_passes_the_smoke_test() throws Exception {
    smoke(unpack(archive("firstday-runtime")).resolve("bin/firstday"));
  }

  @Test
  void the_edition_with_its_own_Java_needs_no_other_one_here_and_elsewhere() throws Exception {
    Path home = unpack(archive("firstday-runtime"));
    Path tools = tools("sh", "sed", "locale", "readlink");
    assertEquals(0, run(tools, home.resolve("bin/firstday").toString(), "--version").code());

    Path moved = folder.resolve("somewhere else");
    Files.move(home, moved);

    Ended ended = run(tools, moved.resolve("bin/firstday").toString(), "--version");
    assertEquals(0, ended.code(), ended.err());
    assertEquals("", ended.err());
    assertTrue(ended.out().startsWith("firstday "), ended.out());
  }

  @Test
  void what_was_compiled_ahead_of_time_is_used_also_elsewhere() throws Exception {
    Path home = folder.resolve("moved");
    Files.move(unpack(archive("firstday-runtime")), home);
    Path log = folder.resolve("loaded.txt");

    Ended ended =
        run(
            Path.of("/usr/bin"),
            home.resolve("runtime/bin/java").toString(),
            "-XX:AOTCache=" + home.resolve("lib/firstday.aot"),
            "-XX:AOTMode=on",
            "@" + home.resolve("bin/java.options"),
            "-Xlog:class+load:file=" + log,
            "-jar",
            home.resolve("lib/firstday.jar").toString(),
            "--practice",
            "--smoke-render");

    assertEquals(0, ended.code(), ended.err());
    List<String> ours =
        Files.readAllLines(log).stream().filter(line -> line.contains(" dev.firstday.")).toList();
    long ahead = ours.stream().filter(line -> line.contains("shared objects file")).count();
    assertTrue(ours.size() > 200, "loaded " + ours.size());
    assertTrue(ahead > ours.size() * 9 / 10, ahead + " of " + ours.size());
  }

  @Test
  void another_lanterna_takes_the_place_of_ours() throws Exception {
    Path home = unpack(archive("firstday-runtime"));
    Path lanterna;
    try (Stream<Path> jars = Files.list(home.resolve("lib/lib"))) {
      lanterna =
          jars.filter(jar -> jar.getFileName().toString().startsWith("lanterna"))
              .findFirst()
              .orElseThrow();
    }
    Files.write(lanterna, new byte[] {1, 2, 3});
    Files.setLastModifiedTime(lanterna, FileTime.from(Instant.now()));

    Ended ended =
        run(
            Path.of("/usr/bin"),
            home.resolve("bin/firstday").toString(),
            "--practice",
            "--smoke-render");

    // It is looked into, and ours, kept in the ahead-of-time cache, is not used instead.
    assertTrue(ended.code() != 0, ended.out());
  }

  @Test
  void every_edition_has_the_licences_and_every_library_is_named() throws Exception {
    for (String edition : List.of("firstday", "firstday-runtime")) {
      Path home = unpack(archive(edition));
      for (String file :
          List.of("LICENSE", "licenses/LGPL-3.0.txt", "licenses/GPL-3.0.txt", "docs/native.md")) {
        assertTrue(Files.size(home.resolve(file)) > 500, file);
      }
      assertTrue(
          relative(home).stream().anyMatch(f -> f.contains("notices/jackson-core-NOTICE")),
          "notices");
    }
  }

  @Test
  void every_edition_has_the_documentation_that_its_README_links_to() throws Exception {
    for (String edition : List.of("firstday", "firstday-runtime")) {
      Path home = unpack(archive(edition));
      List<String> pages =
          Pattern.compile("\\]\\((docs/[^)#]*\\.md)")
              .matcher(Files.readString(home.resolve("README.md")))
              .results()
              .map(link -> link.group(1))
              .toList();
      assertTrue(pages.contains("docs/commands.md"), pages::toString);
      pages.forEach(page -> assertTrue(Files.exists(home.resolve(page)), page));
    }
  }

  @Test
  void the_Debian_package_installs_what_runs() throws Exception {
    assumeTrue(onPath("dpkg-deb"), "no dpkg-deb here");
    Path root = Files.createDirectories(folder.resolve("root"));
    Path deb = TARGET.resolve("dist").resolve(named("dist", ".deb"));
    Ended unpacked = run(Path.of("/usr/bin"), "dpkg-deb", "-x", deb.toString(), root.toString());
    assertEquals(0, unpacked.code(), unpacked.err());

    Ended ended =
        run(Path.of("/usr/bin"), root.resolve("usr/bin/firstday").toString(), "--version");

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().startsWith("firstday "), ended.out());
    Ended control = run(Path.of("/usr/bin"), "dpkg-deb", "-f", deb.toString(), "Package");
    assertEquals("firstday", control.out().strip());
  }

  @Test
  void the_rpm_package_lists_what_it_should() throws Exception {
    assumeTrue(onPath("rpm") && onPath("rpmbuild"), "no rpmbuild here");
    Path rpm = TARGET.resolve("dist").resolve(named("dist", ".rpm"));
    Ended ended = run(Path.of("/usr/bin"), "rpm", "-qpl", "--nosignature", rpm.toString());
    List<String> files = ended.out().lines().toList();
    assertTrue(files.contains("/usr/bin/firstday"), ended.out());
    assertTrue(files.contains("/usr/lib/firstday/lib/firstday.aot"), ended.out());
    assertFalse(files.contains("/usr/share/doc"), "a folder of others");
  }

  @Test
  void a_release_can_be_rehearsed() throws Exception {
    assumeTrue(onPath("gpg") && onPath("mvn") && onPath("git"), "needs gpg, mvn and git");
    Process permissionCheck =
        new ProcessBuilder("sh", "dist/rehearse-release").redirectErrorStream(true).start();
    permissionCheck.getOutputStream().close();
    String said =
        new String(permissionCheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, permissionCheck.waitFor(), said);
    for (String step :
        List.of(
            "uploading checksums_sha256.txt",
            "uploading install.sh.asc",
            "uploading firstday.cdx.json",
            "[brew] packaging firstday-native",
            "[scoop] packaging firstday-native",
            "[sdkman] publishing firstday ")) {
      assertTrue(said.contains(step), step + " is missing in:\n" + said);
    }
  }

  /** A report, not a promise: the machine and its load decide. */
  @Test
  void sizes_and_start_up_times() throws Exception {
    Map<String, String> sizes = new TreeMap<>();
    sizes.put("jar", size(TARGET.resolve("app/firstday.jar")));
    sizes.put("jar and libraries", size(TARGET.resolve("app")));
    sizes.put("runtime edition", size(TARGET.resolve("dist/runtime")));
    sizes.put("runtime edition: its Java", size(TARGET.resolve("dist/runtime/runtime")));
    sizes.put("runtime edition: cache", size(TARGET.resolve("dist/runtime/lib/firstday.aot")));
    for (String edition : List.of("firstday", "firstday-runtime", "firstday-native")) {
      Path packed = ARCHIVES.resolve(edition).resolve("archive");
      if (Files.isDirectory(packed)) {
        sizes.put(edition + ".tar.gz", size(archive(edition)));
      }
    }
    System.out.println("\nSizes, in MB");
    sizes.forEach((what, size) -> System.out.printf("  %-28s %s%n", what, size));
    System.out.println("Start-up (median of 5), in ms");
    report("plain edition", TARGET.resolve("dist/plain/bin/firstday"));
    report("runtime edition", TARGET.resolve("dist/runtime/bin/firstday"));
    report("native edition", TARGET.resolve("dist/native/bin/firstday"));
    Optional.of("aws").filter(EditionsIT::onPath).ifPresent(aws -> report("aws", Path.of(aws)));
  }

  private void report(String what, Path program) {
    if (program.getNameCount() > 1 && !Files.exists(program)) {
      System.out.printf("  %-28s not built here%n", what);
      return;
    }
    System.out.printf("  %-28s %d%n", what + " --version", median(program, "--version"));
    if (program.getNameCount() > 1) {
      System.out.printf(
          "  %-28s %d%n", what + " first list", median(program, "--practice", "--smoke-render"));
    }
  }

  private long median(Path program, String... arguments) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      try {
        String command =
            program.getNameCount() > 1 ? program.toAbsolutePath().toString() : program.toString();
        times.add(
            run(
                    null,
                    Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new))
                .time()
                .toMillis());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return times.stream().sorted().toList().get(2);
  }

  private static String size(Path path) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return "%6.1f".formatted(bytes / 1e6);
  }

  // --- Archives and processes ---

  private static Path archive(String edition) throws IOException {
    Path packed = ARCHIVES.resolve(edition).resolve("archive");
    return packed.resolve(named(TARGET.relativize(packed).toString(), ".tar.gz"));
  }

  private static String named(String place, String end) throws IOException {
    try (Stream<Path> files = Files.list(TARGET.resolve(place))) {
      List<String> names =
          files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(end)).toList();
      assertEquals(1, names.size(), place + ": " + names);
      return names.getFirst();
    }
  }

  private Path unpack(Path archive) throws IOException, InterruptedException {
    Path place = Files.createTempDirectory(folder, "unpacked here ");
    Ended tar =
        run(null, "tar", "-xzf", archive.toAbsolutePath().toString(), "-C", place.toString());
    assertEquals(0, tar.code(), tar.err());
    try (Stream<Path> roots = Files.list(place)) {
      List<Path> all = roots.toList();
      assertEquals(1, all.size(), "one folder in " + archive);
      return all.getFirst();
    }
  }

  private void smoke(Path program) throws IOException, InterruptedException {
    Ended ended =
        run(
            null,
            "sh",
            Path.of("dist/native-smoke").toAbsolutePath().toString(),
            program.toString());
    assertEquals(0, ended.code(), ended.out() + ended.err());
    assertTrue(ended.out().contains("ok      a frame of the wizard"), ended.out());
    assertFalse(ended.out().contains("FAILED"), ended.out());
  }

  /** A folder with links to these programs and no other; no Java among them. */
  private Path tools(String... names) throws IOException {
    Path bin = Files.createTempDirectory(folder, "bin");
    for (String name : names) {
      for (String place : List.of("/usr/bin", "/bin")) {
        Path tool = Path.of(place, name);
        if (Files.exists(tool) && !Files.exists(bin.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
          Files.createSymbolicLink(bin.resolve(name), tool);
        }
      }
    }
    return bin;
  }

  /** Runs in an empty folder, in a home of its own, with a PATH if one is given. */
  private Ended run(Path path, String... command) throws IOException, InterruptedException {
    Path empty = Files.createTempDirectory(folder, "empty");
    Path err = empty.resolve("stderr");
    Path out = empty.resolve("stdout");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(empty.toFile())
            .redirectError(err.toFile())
            .redirectOutput(out.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("HOME", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
    if (path != null) {
      environment.put("PATH", path.toString());
      environment.remove("JAVA_HOME");
    }
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    int code = process.waitFor();
    return new Ended(
        code,
        Files.readString(out),
        Files.readString(err),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static List<String> relative(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
