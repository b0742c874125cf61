package dev.firstday.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00.123456789Z");

  private final StateFolder folder;
  private final JournalFile journal;
  private final Path file;

  JournalFileTest(@TempDir Path home) {
    folder = new StateFolder(home.resolve("123456789012"));
    journal = new JournalFile(folder);
    file = folder.file("journal.jsonl");
  }

  private static Journal.Entry entry(String event) {
    return new Journal.Entry(
        AT,
        event,
        Map.of(
            "id", "budget/月次",
            "steps", List.of("budget"),
            "change", Map.of("request", Map.of("Amount", "50", "n", 1, "yes", true))));
  }

  private void add(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  @Test
  void there_is_nothing_at_first_and_nothing_is_made() {
    assertEquals(List.of(), journal.entries());
    assertFalse(Files.exists(folder.path()));
  }

  @Test
  void what_is_appended_is_read_back_the_same() throws IOException {
    journal.append(entry("started"));
    journal.append(entry("done"));
    assertEquals(List.of(entry("started"), entry("done")), new JournalFile(folder).entries());
    List<String> lines = Files.readAllLines(file);
    assertEquals(2, lines.size());
    assertTrue(
        lines.getFirst().startsWith("{\"v\":1,\"at\":\"" + AT + "\",\"event\":\"started\","),
        lines.getFirst());
  }

  @Test
  void a_torn_last_line_is_passed_over_and_the_next_append_can_be_read() throws IOException {
    journal.append(entry("started"));
    add("{\"v\":1,\"at\":\"2026-11-22T");
    assertEquals(List.of(entry("started")), journal.entries());
    journal.append(entry("done"));
    assertEquals(List.of(entry("started"), entry("done")), journal.entries());
    assertEquals(3, Files.readAllLines(file).size());
  }

  @Test
  void a_line_torn_within_a_character_is_no_different() throws IOException {
    journal.append(entry("started"));
    byte[] torn = "{\"v\":1,\"event\":\"予".getBytes(StandardCharsets.UTF_8);
    Files.write(file, Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
    assertEquals(List.of(entry("started")), journal.entries());
    journal.append(entry("done"));
    assertEquals(List.of(entry("started"), entry("done")), journal.entries());
  }

  @Test
  void a_whole_last_line_whose_end_is_missing_counts() throws IOException {
    journal.append(entry("started"));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    journal.append(entry("done"));
    assertEquals(List.of(entry("started"), entry("done")), journal.entries());
  }

  @Test
  void entries_of_a_later_version_are_kept_and_counted_and_not_misread() throws IOException {
    journal.append(entry("started"));
    String later = "{\"v\":2,\"at\":\"" + AT + "\",\"event\":\"done\",\"id\":[1]}\n";
    add(later);
    journal.append(entry("done"));
    assertEquals(List.of(entry("started"), entry("done")), journal.entries());
    assertEquals(1, journal.laterEntries());
    assertTrue(Files.readString(file).contains(later));
  }

  @Test
  void events_that_nobody_knows_are_kept() throws IOException {
    journal.append(entry("started"));
    add("{\"v\":1,\"at\":\"" + AT + "\",\"event\":\"blessed\",\"by\":\"cat\"}\n");
    journal.append(entry("done"));
    assertEquals(0, journal.laterEntries());
    assertEquals(
        List.of(
            entry("started"), new Journal.Entry(AT, "blessed", Map.of("by", "cat")), entry("done")),
        journal.entries());
  }

  @Test
  void lines_that_are_no_entries_are_passed_over_and_left() throws IOException {
    journal.append(entry("started"));
    String junk = "\nnull\n7\n[]\n{}\n{\"at\":\"yesterday\",\"event\":\"done\"}\n{\"at\":1}\n";
    add(junk);
    journal.append(entry("done"));
    assertEquals(List.of(entry("started"), entry("done")), journal.entries());
    assertTrue(Files.readString(file).contains(junk));
  }

  @Test
  void an_entry_stays_one_line_whatever_is_in_it() throws IOException {
    Journal.Entry odd =
        new Journal.Entry(AT, "started", Map.of("id", "a\nb\r\u2028\u0085\u0000\"\\"));
    journal.append(odd);
    journal.append(entry("done"));
    assertEquals(List.of(odd, entry("done")), journal.entries());
  }

  @Test
  void the_claim_is_the_lock_of_the_account() {
    Journal.Claim claim = journal.claim();
    assertTrue(Files.exists(folder.file("lock")));
    assertThrows(StateException.class, journal::claim);
    claim.close();
    journal.claim().close();
  }
}
