import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays out what a release consists of, from what {@code mvn package} has built: {@code java
 * src/dist/Assemble.java VERSION TIMESTAMP}, in the project's folder, with a JDK 25. A third word,
 * {@code runtime}, asks for that edition alone.
 *
 * <p>Into {@code target/dist}: {@code plain}, the jars with their launcher; {@code runtime}, the
 * same with a Java of its own; {@code native}, where {@code mvn -Pnative package} has built a
 * binary; and packages for Debian and Fedora, where their tools are. JReleaser packs the folders.
 */
public final class Assemble {
  /**
   * What firstday needs of Java. {@code jdeps} also names java.desktop and java.sql: Jackson, YAML
   * and the SDK's annotations work without them, and Lanterna's windows are never opened. The
   * signals of jdk.unsupported are asked for by name, so that jdeps doesn't see them.
   */
  private static final String MODULES = "java.base,java.logging,java.xml,jdk.unsupported";

  /** A module of ours beside those of Java. */
  private static final String QUIET = "dev.firstday.quiet";

  private static final Path QUIET_SOURCE = Path.of("src/dist/quiet");

  private static final Path TARGET = Path.of("target");
  private static final Path DIST = TARGET.resolve("dist");
  private static final Path NOTES = Path.of("changelog.d");
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private final String version;
  private final FileTime timestamp;

  private Assemble(String version, FileTime timestamp) {
    this.version = version;
    this.timestamp = timestamp;
  }

  /** Lays everything out. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Assemble release = new Assemble(arguments[0], FileTime.from(Instant.parse(arguments[1])));
    delete(DIST);
    release.runtime(DIST.resolve("runtime"));
    if (List.of(arguments).contains("runtime")) {
      return;
    }
    release.plain(DIST.resolve("plain"));
    release.nativeBinary(DIST.resolve("native"));
    release.packages(DIST.resolve("runtime"));
    release.changes(DIST.resolve("CHANGES.md"));
  }

  // --- The editions ---

  private void plain(Path folder) throws IOException {
    for (String file : List.of("firstday", "firstday.cmd", "java.options")) {
      copy(Path.of("dist", file), folder.resolve("bin").resolve(file));
    }
    copyAll(TARGET.resolve("app"), folder.resolve("lib"));
    documents(folder);
    date(folder);
  }

  private void runtime(Path folder) throws IOException, InterruptedException {
    plain(folder);
    Path quiet = TARGET.resolve(QUIET);
    tool(
        "javac",
        "-d",
        quiet.toString(),
        QUIET_SOURCE.resolve("module-info.java").toString(),
        QUIET_SOURCE.resolve("dev/firstday/quiet/NoLoggers.java").toString());
    List<String> jlink =
        new ArrayList<>(
            List.of(
                "--module-path=" + quiet,
                "--add-modules=" + MODULES + "," + QUIET,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress=zip-6",
                "--output=" + folder.resolve("runtime")));
    if (onPath("objcopy")) {
      jlink.add("--strip-native-debug-symbols=exclude-debuginfo-files");
    }
    tool("jlink", jlink.toArray(String[]::new));
    date(folder);
    train(folder);
    date(folder);
  }

  private static void tool(String name, String... arguments) throws IOException {
    ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
    if (tool.run(System.out, System.err, arguments) != 0) {
      throw new IOException(name + " failed");
    }
  }

  /**
   * Lets the program draw its first screens on the practice account, through its own launcher, and
   * keeps what the JVM has loaded and linked for that. What a terminal needs is in it where {@code
   * script} can lend one.
   */
  private static void train(Path folder) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("firstday-training");
    String launcher =
        folder
            .resolve("bin")
            .resolve(WINDOWS ? "firstday.cmd" : "firstday")
            .toRealPath()
            .toString();
    ProcessBuilder run =
        lendsTerminal()
            ? new ProcessBuilder(
                "script",
                "-qefc",
                "'" + launcher + "' --practice --smoke-render --smoke-frame",
                "/dev/null")
            : new ProcessBuilder(launcher, "--practice", "--smoke-render");
    run.directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = run.environment();
    environment.put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=lib/firstday.aot");
    environment.put("HOME", home.toString());
    environment.put("TERM", "xterm-256color");
    environment.put("SHELL", "/bin/sh");
    // Whoever packs may be nobody, or read line by line: the full screen is trained all the same.
    List.of("XDG_STATE_HOME", "CI", "ACCESSIBLE", "FIRSTDAY_ACCESSIBLE")
        .forEach(environment::remove);
    run(run);
    delete(home);
    if (!Files.exists(folder.resolve("lib/firstday.aot"))) {
      throw new IOException("the training run left no lib/firstday.aot");
    }
  }

  /** Whether there is the {@code script} of util-linux; others are called in other ways. */
  private static boolean lendsTerminal() throws IOException, InterruptedException {
    if (!onPath("script")) {
      return false;
    }
    Process asked = new ProcessBuilder("script", "--version").redirectErrorStream(true).start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return asked.waitFor() == 0 && answer.contains("util-linux");
  }

  private void nativeBinary(Path folder) throws IOException {
    String name = WINDOWS ? "firstday.exe" : "firstday";
    Path binary = TARGET.resolve("native").resolve(name);
    if (!Files.exists(binary)) {
      System.out.println("no " + binary + ": no native edition (mvn -Pnative package makes it)");
      return;
    }
    copy(binary, folder.resolve("bin").resolve(name));
    documents(folder);
    date(folder);
  }

  private static void documents(Path folder) throws IOException {
    for (String file : List.of("LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md")) {
      copy(Path.of(file), folder.resolve(file));
    }
    // The README's links lead there.
    for (Path file : walk(Path.of("docs"))) {
      if (file.toString().endsWith(".md")) {
        copy(file, folder.resolve(file));
      }
    }
    for (String part : List.of("licenses", "completions", "man")) {
      if (Files.isDirectory(Path.of("dist", part))) {
        copyAll(Path.of("dist", part), folder.resolve(part));
      }
    }
    notices(folder.resolve("licenses/notices"));
  }

  /** What the authors of the libraries have put into their jars to be passed on. */
  private static void notices(Path folder) throws IOException {
    Files.createDirectories(folder);
    Set<String> seen = new TreeSet<>();
    for (Path jar : list(TARGET.resolve("app/lib"))) {
      try (JarFile file = new JarFile(jar.toFile())) {
        for (var entry : file.stream().filter(e -> isNotice(e.getName())).toList()) {
          try (InputStream content = file.getInputStream(entry)) {
            byte[] bytes = content.readAllBytes();
            if (seen.add(Arrays.hashCode(bytes) + "/" + bytes.length)) {
              String library = jar.getFileName().toString().replaceFirst("-[0-9.]+\\.jar$", "");
              String name = entry.getName().substring("META-INF/".length());
              Files.write(folder.resolve(library + "-" + name.replace(".txt", "") + ".txt"), bytes);
            }
          }
        }
      }
    }
  }

  private static boolean isNotice(String name) {
    return name.matches(
        "META-INF/([A-Za-z-]*NOTICE|thirdparty-LICENSE|[A-Za-z]+-LICENSE)(\\.txt)?");
  }

  /**
   * What is new: the notes of {@code changelog.d}, or else this version's part of the changelog.
   */
  private void changes(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Path> notes = Files.isDirectory(NOTES) ? list(NOTES) : List.of();
    for (String kind : List.of("security", "added", "changed", "fixed", "removed")) {
      List<Path> ofKind =
          notes.stream().filter(note -> note.toString().endsWith("." + kind + ".md")).toList();
      if (!ofKind.isEmpty()) {
        text.append("### ").append(kind.substring(0, 1).toUpperCase(Locale.ROOT));
        text.append(kind.substring(1)).append("\n\n");
        for (Path note : ofKind) {
          text.append("- ").append(Files.readString(note).strip()).append('\n');
        }
        text.append('\n');
      }
    }
    Files.writeString(file, text.isEmpty() ? ofThisVersion() : text);
  }

  private String ofThisVersion() throws IOException {
    String heading = "## " + version.replace("-SNAPSHOT", "");
    return Files.readString(Path.of("CHANGELOG.md"))
        .lines()
        .dropWhile(line -> !line.startsWith(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .collect(Collectors.joining("\n"));
  }

  // --- Packages ---

  private void packages(Path runtime) throws IOException, InterruptedException {
    if (onPath("dpkg-deb")) {
      deb(runtime);
    } else {
      System.out.println("no dpkg-deb: no .deb");
    }
    if (onPath("rpmbuild")) {
      rpm(runtime);
    } else {
      System.out.println("no rpmbuild: no .rpm");
    }
  }

  /**
   * Where the files lie once installed; only zsh's folder has another name in each distribution.
   */
  private void lay(Path runtime, Path root, String zsh) throws IOException {
    Path lib = root.resolve("usr/lib/firstday");
    copyAll(runtime, lib);
    Files.delete(lib.resolve("bin/firstday.cmd"));
    Path bin = Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(bin.resolve("firstday"), Path.of("../lib/firstday/bin/firstday"));
    Path doc = Files.createDirectories(root.resolve("usr/share/doc/firstday"));
    Files.createSymbolicLink(doc.resolve("copyright"), Path.of("../../../lib/firstday/LICENSE"));
    Files.createSymbolicLink(doc.resolve("licenses"), Path.of("../../../lib/firstday/licenses"));
    shared(lib.resolve("man/firstday.1"), root.resolve("usr/share/man/man1/firstday.1"));
    Path completions = lib.resolve("completions");
    shared(
        completions.resolve("firstday.bash"),
        root.resolve("usr/share/bash-completion/completions/firstday"));
    shared(
        completions.resolve("firstday.zsh"),
        root.resolve("usr/share/zsh").resolve(zsh).resolve("_firstday"));
    shared(
        completions.resolve("firstday.fish"),
        root.resolve("usr/share/fish/vendor_completions.d/firstday.fish"));
    date(root);
  }

  private static void shared(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      copy(from, to);
    }
  }

  private void deb(Path runtime) throws IOException, InterruptedException {
    Path root = DIST.resolve("deb");
    lay(runtime, root, "vendor-completions");
    long kilobytes = 0;
    for (Path file : walk(root)) {
      kilobytes +=
          Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              ? (Files.size(file) + 1023) / 1024
              : 1;
    }
    Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
    Files.writeString(
        control,
        """
        Package: firstday
        Version: %s
        Section: admin
        Priority: optional
        Architecture: %s
        Depends: libc6
        Installed-Size: %d
        Maintainer: The firstday authors <noreply@firstday.invalid>
        Description: terminal wizard for the first day of a new AWS account
         Shows the ordered steps that every new AWS account needs, looks at each one
         live, does it after showing exactly what it would change, and undoes it.
        """
            .formatted(
                version.replace("-SNAPSHOT", "~snapshot"), machine("amd64", "arm64"), kilobytes));
    date(root);
    ProcessBuilder dpkg =
        new ProcessBuilder(
            "dpkg-deb",
            "--root-owner-group",
            "-Zgzip",
            "-z1",
            "--build",
            root.toString(),
            packagePath("deb"));
    dpkg.environment()
        .put("SOURCE_DATE_EPOCH", Long.toString(timestamp.toInstant().getEpochSecond()));
    run(dpkg.inheritIO());
    delete(root);
  }

  private void rpm(Path runtime) throws IOException, InterruptedException {
    Path root = DIST.resolve("rpm");
    Path files = root.resolve("files");
    lay(runtime, files, "site-functions");
    Path spec =
        Files.writeString(
            root.resolve("firstday.spec"),
            """
            Name: firstday
            Version: %s
            Release: 1
            Summary: Terminal wizard for the first day of a new AWS account
            License: Apache-2.0
            AutoReqProv: no
            %%global __os_install_post %%{nil}
            %%global _build_id_links none
            %%global _buildhost localhost
            %%global debug_package %%{nil}
            %%global _binary_payload w1.gzdio
            %%global source_date_epoch_from_changelog 0
            %%global clamp_mtime_to_source_date_epoch 1
            %%global use_source_date_epoch_as_buildtime 1
            %%description
            Shows the ordered steps that every new AWS account needs, looks at each one
            live, does it after showing exactly what it would change, and undoes it.
            %%install
            cp -a %s/. %%{buildroot}/
            %%files
            /usr/bin/firstday
            /usr/lib/firstday
            %s
            """
                .formatted(
                    version.replace("-SNAPSHOT", "~snapshot"),
                    files.toAbsolutePath(),
                    shared(files)));
    ProcessBuilder rpmbuild =
        new ProcessBuilder(
            "rpmbuild",
            "-bb",
            "--quiet",
            "--target",
            machine("x86_64", "aarch64"),
            "--define",
            "_topdir " + root.toAbsolutePath(),
            spec.toString());
    rpmbuild
        .environment()
        .put("SOURCE_DATE_EPOCH", Long.toString(timestamp.toInstant().getEpochSecond()));
    run(rpmbuild.inheritIO());
    Path built =
        walk(root.resolve("RPMS")).stream()
            .filter(f -> f.toString().endsWith(".rpm"))
            .findFirst()
            .orElseThrow();
    Files.move(built, Path.of(packagePath("rpm")), StandardCopyOption.REPLACE_EXISTING);
    delete(root);
  }

  /** The files below usr/share, one a line: the folders there belong to others. */
  private static String shared(Path root) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : walk(root.resolve("usr/share"))) {
      if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        lines.add("/" + root.relativize(file));
      }
    }
    return String.join("\n", lines);
  }

  private String packagePath(String kind) {
    return DIST.resolve(
            "firstday-" + version + "-linux-" + machine("x86_64", "aarch64") + "." + kind)
        .toString();
  }

  private static String machine(String intel, String arm) {
    return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> intel;
      case "aarch64", "arm64" -> arm;
      case String other -> throw new IllegalStateException("no packages for " + other);
    };
  }

  // --- Files and processes ---

  private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(builder.command() + " failed:\n" + said);
    }
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(
        from,
        to,
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING,
        LinkOption.NOFOLLOW_LINKS);
  }

  private static void copyAll(Path from, Path to) throws IOException {
    for (Path file : walk(from)) {
      if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** One time for all files, so that two builds of one source give the same archives. */
  private void date(Path folder) throws IOException {
    for (Path file : walk(folder)) {
      if (!Files.isSymbolicLink(file)) {
        if (!WINDOWS) {
          boolean runs = Files.isDirectory(file) || Files.isExecutable(file);
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
        Files.setLastModifiedTime(file, timestamp);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path file : walk(folder).reversed()) {
        Files.delete(file);
      }
    }
  }
}
