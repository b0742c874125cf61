package dev.firstday.dist;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plain edition of the program, as a package holds it, with an archive of the classes that it
 * loads: a JVM that maps them is there in half the time, and many tests start one. It is made once
 * for all tests of a run.
 */
public final class Packed {
  private static final Path TARGET =
      Path.of(System.getProperty("firstday.target", "target")).toAbsolutePath();
  private static final Path CLASSES = TARGET.resolve("classes");
  private static final Path FOLDER = TARGET.resolve("packed");
  private static final Path JAR = FOLDER.resolve("lib/firstday.jar");
  private static final Path OPTIONS = FOLDER.resolve("bin/java.options");
  private static final Path ARCHIVE = FOLDER.resolve("lib/firstday.jsa");

  static {
    try {
      layOut();
      train();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Packed() {}

  /** The folder of the package, with {@code bin} and {@code lib}. */
  static Path folder() {
    return FOLDER;
  }

  static Path jar() {
    return JAR;
  }

  /**
   * How Java runs it, without its arguments: as the package's own options say, except for those
   * that turn off the logs that {@code JAVA_TOOL_OPTIONS} ask for.
   */
  public static List<String> command() {
    return List.of(
        java(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:SharedArchiveFile=" + ARCHIVE,
        "-jar",
        JAR.toString());
  }

  /** How Java runs it with a fault of ours, which {@code FAULT} names. */
  public static List<String> faulty() {
    return List.of(
        java(),
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        JAR + File.pathSeparator + TARGET.resolve("test-classes"),
        "dev.firstday.cli.FaultyProgram");
  }

  /** A command as words of a shell. */
  public static String inShell(List<String> command) {
    return command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void layOut() throws IOException {
    Files.createDirectories(OPTIONS.getParent());
    Files.createDirectories(JAR.getParent());
    Path launcher = OPTIONS.resolveSibling("firstday");
    Files.deleteIfExists(launcher);
    Files.copy(Path.of("dist/firstday"), launcher);
    Files.writeString(
        OPTIONS,
        Files.readString(Path.of("dist/java.options")) + "-XX:SharedArchiveFile=" + ARCHIVE + "\n");
    try (OutputStream file = Files.newOutputStream(JAR);
        JarOutputStream jar = new JarOutputStream(file, manifest());
        Stream<Path> classes = Files.walk(CLASSES)) {
      for (Path entry : classes.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(CLASSES.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, jar);
      }
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "dev.firstday.cli.Main");
    main.putValue("Enable-Native-Access", "ALL-UNNAMED");
    // From here: what leads to an absolute path is in no archive.
    main.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .map(entry -> url(JAR.getParent().relativize(Path.of(entry).toAbsolutePath())))
            .collect(Collectors.joining(" ")));
    return manifest;
  }

  private static String url(Path relative) {
    return URLEncoder.encode(relative.toString().replace('\\', '/'), StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/");
  }

  /** Runs it once, and keeps what it has loaded; without an archive it is slower, and the same. */
  private static void train() throws IOException {
    Files.deleteIfExists(ARCHIVE);
    List<String> command =
        new ArrayList<>(List.of(java(), "-XX:ArchiveClassesAtExit=" + ARCHIVE, "-XX:+UseSerialGC"));
    command.addAll(
        List.of("-jar", JAR.toString(), "check", "--practice", "--state-dir=" + FOLDER + "/state"));
    new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join();
  }
}
