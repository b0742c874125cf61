package dev.firstday.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code dist/install.sh} against a release that lies on a server of its own. */
@DisabledOnOs(OS.WINDOWS)
class InstallScriptIT {
  private @TempDir Path folder;
  private Path release;
  private Path home;
  private HttpServer server;
  private String path = System.getenv("PATH");
  private Path key;

  /** How the script ended, and what it said. */
  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void a_release() throws Exception {
    folder = folder.toRealPath();
    home = Files.createDirectories(folder.resolve("home of a person"));
    release = Files.createDirectories(folder.resolve("release"));
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            release,
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    publish("1.0.0", "native", platform());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void installs_the_native_edition_and_says_where() throws Exception {
    Ended ended = install();

    assertEquals(0, ended.code(), ended.err());
    assertEquals("", ended.out());
    assertTrue(ended.err().contains("installed firstday 1.0.0 native as " + link()), ended.err());
    assertTrue(ended.err().contains("is not on the PATH"), ended.err());
    assertEquals(
        "firstday 1.0.0 native", run(List.of(link().toString(), "--version")).out().strip());
    assertEquals(List.of("firstday"), names(home.resolve(".local/share")));
  }

  @Test
  void takes_the_edition_that_was_asked_for() throws Exception {
    publish("1.0.0", "runtime", platform());
    publish("1.0.0", "plain", "");

    assertEquals(0, install("--edition", "runtime").code());
    assertEquals("firstday 1.0.0 runtime", version());
    assertEquals(0, install("--edition", "plain").code());
    assertEquals("firstday 1.0.0 plain", version());
  }

  @Test
  void a_wrong_checksum_installs_nothing() throws Exception {
    Path archive = release.resolve("firstday-native-1.0.0-" + platform() + ".tar.gz");
    Files.write(archive, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);

    Ended ended = install();

    assertEquals(4, ended.code());
    assertTrue(ended.err().contains("checksum"), ended.err());
    nothingInstalled();
  }

  @Test
  void a_platform_without_a_binary_is_told_of_the_plain_edition() throws Exception {
    Files.delete(release.resolve("checksums_sha256.txt"));
    publish("1.0.0", "native", "plan9-pdp11");

    Ended ended = install();

    assertEquals(4, ended.code());
    assertTrue(ended.err().contains("no native edition for " + platform()), ended.err());
    assertTrue(ended.err().contains("--edition plain"), ended.err());
    nothingInstalled();
  }

  @Test
  void without_network_it_says_what_it_could_not_get() throws Exception {
    server.stop(0);

    Ended ended = install();

    assertEquals(4, ended.code());
    assertTrue(ended.err().contains("can't download " + url()), ended.err());
    nothingInstalled();
  }

  @Test
  void replaces_what_it_has_installed_before() throws Exception {
    install();
    Files.delete(release.resolve("checksums_sha256.txt"));
    publish("1.1.0", "native", platform());

    assertEquals(0, install().code());

    assertEquals("firstday 1.1.0 native", version());
    assertEquals(List.of("firstday"), names(home.resolve(".local/share")));
  }

  @Test
  void an_update_that_fails_leaves_the_old_one() throws Exception {
    install();
    Files.delete(release.resolve("checksums_sha256.txt"));
    publish("1.1.0", "native", platform(), "exit 1");

    Ended ended = install();

    assertEquals(4, ended.code());
    assertTrue(ended.err().contains("does not run"), ended.err());
    assertEquals("firstday 1.0.0 native", version());
  }

  @Test
  void a_firstday_of_somebody_else_is_left_alone() throws Exception {
    Files.createDirectories(link().getParent());
    Files.writeString(link(), "mine");

    Ended ended = install();

    assertEquals(4, ended.code());
    assertTrue(ended.err().contains("was not made by install.sh"), ended.err());
    assertEquals("mine", Files.readString(link()));
    assertEquals(4, script("--uninstall").code());
    assertEquals("mine", Files.readString(link()));
  }

  @Test
  void a_place_that_can_not_be_written_to_is_named() throws Exception {
    // A file where the folder would be: that stops root, too, whom modes don't stop.
    Files.createDirectories(home.resolve(".local"));
    Files.writeString(home.resolve(".local/share"), "no folder");

    Ended ended = install();

    assertEquals(4, ended.code());
    assertTrue(ended.err().contains("can't write to " + home.resolve(".local")), ended.err());
    assertFalse(Files.exists(link(), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void uninstall_removes_what_was_installed_and_nothing_else() throws Exception {
    install();
    Path journal = home.resolve(".local/state/firstday/123456789012/journal.jsonl");
    Files.createDirectories(journal.getParent());
    Files.writeString(journal, "{}");
    Path other = Files.writeString(home.resolve(".local/bin/other"), "other");

    Ended ended = script("--uninstall");

    assertEquals(0, ended.code(), ended.err());
    assertFalse(Files.exists(link(), LinkOption.NOFOLLOW_LINKS));
    assertEquals(List.of(), names(home.resolve(".local/share")));
    assertTrue(Files.exists(journal));
    assertTrue(Files.exists(other));
    assertEquals(4, script("--uninstall").code());
  }

  @Test
  void bad_input_is_one_line_and_exit_2() throws Exception {
    for (List<String> words :
        List.of(List.<String>of(), List.of("--url"), List.of("--edition", "gold"), List.of("x"))) {
      Ended ended = script(words.toArray(String[]::new));
      assertEquals(2, ended.code(), words.toString());
      assertEquals(1, ended.err().lines().count(), ended.err());
    }
  }

  // --- What is trusted ---

  @Test
  void plain_http_is_for_this_machine_alone() throws Exception {
    for (String url :
        List.of(
            "http://example.invalid/x",
            "http://127.0.0.1.example.invalid:1/x",
            "http://localhost.example.invalid/x",
            "ftp://example.invalid/x",
            "example.invalid/x",
            "https://")) {
      Ended ended = script("--url", url);
      assertEquals(2, ended.code(), url + ended.err());
      assertTrue(ended.err().contains("https://"), ended.err());
    }
    assertFalse(Files.exists(home.resolve(".local")));
  }

  @Test
  void what_begins_with_https_stays_with_https() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path curl = Files.writeString(bin.resolve("curl"), "#!/bin/sh\necho \"$*\" >&2\nexit 22\n");
    Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwxr-xr-x"));
    path = bin + ":" + System.getenv("PATH");

    Ended ended = script("--url", "https://example.invalid/release");

    assertEquals(4, ended.code(), ended.err());
    assertTrue(ended.err().contains("--proto =https --proto-redir =https"), ended.err());
    nothingInstalled();
  }

  @Test
  void a_signature_is_verified_where_there_is_a_key() throws Exception {
    assumeTrue(onPath("gpg"), "no gpg here");
    Path gpg = Files.createDirectory(folder.resolve("gpg"));
    Files.setPosixFilePermissions(gpg, PosixFilePermissions.fromString("rwx------"));
    List<String> sign = List.of("gpg", "--homedir", gpg.toString(), "--batch", "--passphrase", "");
    assertEquals(0, run(with(sign, "--quick-gen-key", "a@example.com", "ed25519", "sign")).code());
    Path sums = release.resolve("checksums_sha256.txt");
    assertEquals(0, run(with(sign, "--armor", "--detach-sign", sums.toString())).code());
    key = folder.resolve("key.asc");
    assertEquals(0, run(with(sign, "--armor", "--output", key.toString(), "--export")).code());

    Ended right = install();
    assertEquals(0, right.code(), right.err());
    assertTrue(right.err().contains("the signature is right"), right.err());

    Files.writeString(sums, Files.readString(sums) + "\n");
    Ended wrong = install();
    assertEquals(4, wrong.code(), wrong.err());
    assertTrue(wrong.err().contains("the signature of"), wrong.err());

    Path mine = key;
    key = Files.writeString(folder.resolve("no-key"), "x");
    assertEquals(2, install().code());
    key = folder.resolve("none");
    assertEquals(2, install().code());
    key = mine;
    Files.delete(release.resolve("checksums_sha256.txt.asc"));
    assertEquals(4, install().code());
    run(List.of("gpgconf", "--homedir", gpg.toString(), "--kill", "all"));
  }

  private static List<String> with(List<String> words, String... more) {
    return Stream.concat(words.stream(), Stream.of(more)).toList();
  }

  // --- The release ---

  private void publish(String version, String edition, String platform) throws Exception {
    publish(version, edition, platform, "echo firstday " + version + " " + edition);
  }

  private void publish(String version, String edition, String platform, String program)
      throws Exception {
    String name =
        edition.equals("plain")
            ? "firstday-" + version
            : "firstday-" + edition + "-" + version + "-" + platform;
    Path binary = folder.resolve("made").resolve(name).resolve("bin/firstday");
    Files.createDirectories(binary.getParent());
    Files.writeString(binary, "#!/bin/sh\n" + program + "\n");
    Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path archive = release.resolve(name + ".tar.gz");
    Path made = folder.resolve("made");
    Ended tar = run(List.of("tar", "-czf", archive.toString(), "-C", made.toString(), name));
    assertEquals(0, tar.code(), tar.err());
    String sum =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
    Path sums = release.resolve("checksums_sha256.txt");
    String before = Files.exists(sums) ? Files.readString(sums) : "";
    Files.writeString(sums, before + sum + "  " + name + ".tar.gz\n");
  }

  /** As {@code install.sh} names it. */
  private static String platform() {
    String os = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
    String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64";
    return os + "-" + machine;
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  // --- The script ---

  private Ended install(String... more) throws IOException, InterruptedException {
    return script(
        Stream.concat(Stream.of("--url", url() + "/"), Stream.of(more)).toArray(String[]::new));
  }

  private Ended script(String... arguments) throws IOException, InterruptedException {
    assumeTrue(onPath("curl") || onPath("wget"), "neither curl nor wget here");
    List<String> command = new ArrayList<>(List.of("sh", "dist/install.sh"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private Ended run(List<String> command) throws IOException, InterruptedException {
    Path err = folder.resolve("stderr");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("FIRSTDAY_PREFIX");
    builder.environment().put("no_proxy", "127.0.0.1");
    builder.environment().put("PATH", path);
    builder.environment().remove("FIRSTDAY_KEY");
    if (key != null) {
      builder.environment().put("FIRSTDAY_KEY", key.toString());
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private Path link() {
    return home.resolve(".local/bin/firstday");
  }

  private String version() throws IOException, InterruptedException {
    return run(List.of(link().toString(), "--version")).out().strip();
  }

  private void nothingInstalled() throws IOException {
    assertFalse(Files.exists(link(), LinkOption.NOFOLLOW_LINKS));
    assertEquals(List.of(), names(home.resolve(".local/share")));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
