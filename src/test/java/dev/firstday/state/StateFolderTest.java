package dev.firstday.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.catalog.Note;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {
  private static final Path HOME = Path.of("home").toAbsolutePath();
  private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();
  private static final Path DEFAULT = HOME.resolve(".local/state/firstday");

  private final Path home;
  private final StateFolder folder;

  StateFolderTest(@TempDir Path home) {
    this.home = home;
    folder = new StateFolder(home.resolve("state/firstday/123456789012"));
  }

  static Stream<Arguments> places() {
    String away = ELSEWHERE.toString();
    return Stream.of(
        Arguments.of(null, Map.of(), DEFAULT),
        Arguments.of(null, Map.of("XDG_STATE_HOME", away), ELSEWHERE.resolve("firstday")),
        Arguments.of(null, Map.of("XDG_STATE_HOME", ""), DEFAULT),
        Arguments.of(null, Map.of("XDG_STATE_HOME", "relative/state"), DEFAULT),
        Arguments.of(null, Map.of("LOCALAPPDATA", away), ELSEWHERE.resolve("firstday")),
        Arguments.of(null, Map.of("LOCALAPPDATA", "relative"), DEFAULT),
        Arguments.of(
            null,
            Map.of("XDG_STATE_HOME", away, "LOCALAPPDATA", HOME.toString()),
            ELSEWHERE.resolve("firstday")),
        Arguments.of(
            null,
            Map.of("XDG_STATE_HOME", "relative", "LOCALAPPDATA", away),
            ELSEWHERE.resolve("firstday")),
        Arguments.of(Path.of("chosen"), Map.of("XDG_STATE_HOME", away), Path.of("chosen")));
  }

  @ParameterizedTest
  @MethodSource("places")
  void the_folder_lies_where_the_system_wants_it(
      Path chosen, Map<String, String> environment, Path expected) {
    assertEquals(
        new StateFolder(expected), StateFolder.of(Optional.ofNullable(chosen), environment, HOME));
  }

  @Test
  void two_accounts_never_mix() {
    StateFolder root = new StateFolder(home);
    root.account("111111111111").write("notes.json", "{}");
    assertEquals(Optional.empty(), root.account("222222222222").read("notes.json"));
    assertEquals(Optional.of("{}"), root.account("111111111111").read("notes.json"));
  }

  @Test
  void nothing_is_made_before_something_is_written() {
    assertEquals(Optional.empty(), folder.read("notes.json"));
    assertFalse(Files.exists(home.resolve("state")));
  }

  @Test
  void everything_is_for_the_owner_alone() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    folder.write("notes.json", "{}");
    new JsonLines(folder, "journal.jsonl").append(Map.of("a", 1));
    folder.lock().close();
    for (String file : List.of("notes.json", "journal.jsonl", "lock")) {
      assertEquals("rw-------", permissions(folder.file(file)), file);
    }
    for (Path path = folder.path(); !path.equals(home); path = path.getParent()) {
      assertEquals("rwx------", permissions(path), path.toString());
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void a_link_in_the_place_of_a_file_is_not_followed() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path target = Files.writeString(home.resolve("target"), "precious");
    folder.create();
    for (String name : List.of("lock", "journal.jsonl", "notes.json")) {
      Files.createSymbolicLink(folder.file(name), target);
    }
    assertThrows(StateException.class, () -> folder.lock());
    JsonLines journal = new JsonLines(folder, "journal.jsonl");
    assertThrows(StateException.class, () -> journal.append(Map.of("a", 1)));
    folder.write("notes.json", "{}");
    assertEquals("precious", Files.readString(target));
    assertEquals("{}", Files.readString(folder.file("notes.json")));
  }

  @Test
  void a_folder_that_everybody_can_write_to_is_refused() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    folder.create();
    Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxrwxrwx"));
    StateException refused = assertThrows(StateException.class, () -> folder.lock());
    assertEquals(Note.of("state.shared", folder.path()), refused.note());
    Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
    folder.lock().close();
  }

  private StateFolder account() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("unix"));
    StateFolder account = new StateFolder(home.resolve("state/firstday")).account("123456789012");
    account.write("notes.json", "{}");
    return account;
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx----w-", "rwxrwxrwx"})
  void a_folder_to_which_others_can_write_is_used_for_nothing(String permissions)
      throws IOException {
    StateFolder account = account();
    for (Path path : List.of(account.path(), account.root())) {
      permit(path, permissions);
      for (Executable use :
          List.<Executable>of(account::lock, () -> account.read("notes.json"), account::create)) {
        StateException refused = assertThrows(StateException.class, use);
        assertEquals(Note.of("state.shared", path), refused.note());
      }
      permit(path, "rwx------");
    }
    assertEquals(Optional.of("{}"), account.read("notes.json"));
  }

  @Test
  void a_folder_above_that_is_open_to_everybody_is_refused_and_a_sticky_one_is_not()
      throws IOException {
    StateFolder account = account();
    permit(home, "rwxrwxrwx");
    StateException refused = assertThrows(StateException.class, () -> account.read("notes.json"));
    assertEquals(Note.of("state.parent-shared", home.toRealPath()), refused.note());
    Files.setAttribute(home, "unix:mode", 01777);
    assertEquals(Optional.of("{}"), account.read("notes.json"));
    permit(home, "rwxrwxr-x");
    assertEquals(Optional.of("{}"), account.read("notes.json"), "a group may be one's own");
  }

  @Test
  void the_folder_that_a_link_leads_to_is_the_one_that_counts() throws IOException {
    StateFolder account = account();
    Path alias = Files.createSymbolicLink(home.resolve("alias"), account.path());
    assertEquals(Optional.of("{}"), new StateFolder(alias).read("notes.json"));
    permit(account.path(), "rwxrwx---");
    StateException refused =
        assertThrows(StateException.class, () -> new StateFolder(alias).read("notes.json"));
    assertEquals(Note.of("state.shared", account.path().toRealPath()), refused.note());
  }

  @Test
  void a_file_to_which_others_can_write_or_that_is_no_plain_file_is_not_read() throws Exception {
    StateFolder account = account();
    Path notes = account.file("notes.json");
    permit(notes, "rw-rw----");
    StateException shared = assertThrows(StateException.class, () -> account.read("notes.json"));
    assertEquals(Note.of("state.shared", notes), shared.note());
    Path target = Files.move(notes, home.resolve("target"));
    Files.createSymbolicLink(notes, target);
    StateException link = assertThrows(StateException.class, () -> account.read("notes.json"));
    assertEquals(Note.of("state.no-file", notes), link.note());
    Path journal = account.file("journal.jsonl");
    assertEquals(0, new ProcessBuilder("mkfifo", journal.toString()).start().waitFor());
    JsonLines lines = new JsonLines(account, "journal.jsonl");
    for (Executable use : List.<Executable>of(lines::read, () -> lines.append(Map.of("a", 1)))) {
      StateException pipe = assertThrows(StateException.class, use);
      assertEquals(Note.of("state.no-file", journal), pipe.note());
    }
  }

  @Test
  void what_belongs_to_somebody_else_is_refused_naming_whose_it_is() throws IOException {
    StateFolder account = account();
    Path notes = account.file("notes.json");
    for (Path path : List.of(notes, account.path(), account.root())) {
      Object mine = Files.getAttribute(path, "unix:uid");
      // Only root can give a file away.
      assumeTrue(mine.equals(0));
      Files.setAttribute(path, "unix:uid", 12345);
      StateException refused = assertThrows(StateException.class, () -> account.read("notes.json"));
      assertEquals(Note.of("state.not-mine", path, "12345"), refused.note());
      Files.setAttribute(path, "unix:uid", mine);
    }
  }

  @Test
  void a_folder_with_two_names_has_one_lock() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    folder.create();
    Path alias = Files.createSymbolicLink(home.resolve("alias"), folder.path());
    WriteLock first = folder.lock();
    try {
      assertThrows(StateException.class, () -> new StateFolder(alias).lock());
      assertEquals(locked(ProcessHandle.current()).toString(), inAnotherProcess());
    } finally {
      first.close();
    }
  }

  @Test
  void a_file_is_replaced_whole() throws IOException {
    folder.write("notes.json", "one");
    // What a crash left beside it is no hindrance.
    Files.writeString(folder.file("notes.json.new"), "half");
    folder.write("notes.json", "two");
    assertEquals(Optional.of("two"), folder.read("notes.json"));
    assertFalse(Files.exists(folder.file("notes.json.new")));
  }

  @Test
  void a_second_claim_in_this_process_is_refused_and_the_first_still_holds() throws Exception {
    WriteLock first = folder.lock();
    try {
      assertEquals(locked(ProcessHandle.current()), refused());
      assertEquals(locked(ProcessHandle.current()), refused());
      assertEquals(locked(ProcessHandle.current()).toString(), inAnotherProcess());
    } finally {
      first.close();
    }
    folder.lock().close();
    assertEquals("claimed", inAnotherProcess());
  }

  @Test
  void a_claim_of_another_process_is_refused_naming_it() throws Exception {
    Process other = other();
    try (BufferedReader says = other.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("claimed", says.readLine());
      assertEquals(locked(other.toHandle()), refused());
      // It ends without giving the lock back, as a crash does.
      other.destroyForcibly().waitFor();
    }
    folder.lock().close();
  }

  /** That this process on this machine holds it, and since when. */
  private static Note locked(ProcessHandle process) {
    return Note.of(
        "state.locked",
        process.pid(),
        Holder.here().host(),
        process.info().startInstant().orElseThrow().truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void a_lock_file_that_is_only_just_written_names_nobody_yet() throws Exception {
    assertEquals(new Holder("?", "?", "?"), Holder.in(""));
    assertEquals(new Holder("12", "?", "?"), Holder.in("12\n"));
    assertEquals(Holder.here(), Holder.in(Holder.here().text()));
  }

  private Note refused() {
    return assertThrows(StateException.class, () -> folder.lock()).note();
  }

  private Process other() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Claimer.class.getName(),
            folder.path().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private String inAnotherProcess() throws Exception {
    Process other = other();
    try (BufferedReader says =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      return says.readLine();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  /** Claims a folder, says how that went, and holds it until its input ends. */
  static final class Claimer {
    private Claimer() {}

    public static void main(String[] arguments) throws IOException {
      try {
        WriteLock lock = new StateFolder(Path.of(arguments[0])).lock();
        System.out.println("claimed");
        System.in.read();
        lock.close();
      } catch (StateException e) {
        System.out.println(e.note());
      }
    }
  }
}
