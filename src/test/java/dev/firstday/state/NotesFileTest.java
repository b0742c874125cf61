package dev.firstday.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Notes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class NotesFileTest {
  private final StateFolder folder;

  NotesFileTest(@TempDir Path home) {
    folder = new StateFolder(home.resolve("123456789012"));
  }

  @Test
  void nothing_is_noted_at_first_and_nothing_is_made() {
    NotesFile notes = new NotesFile(folder);
    assertEquals(Map.of(), notes.skips());
    assertEquals(Map.of(), notes.attestations());
    assertEquals(Map.of(), notes.answers());
    assertFalse(Files.exists(folder.path()));
  }

  @Test
  void what_was_said_is_there_in_the_next_run() {
    Notes.Attestation word =
        new Notes.Attestation("Aoi \"葵\" Tanaka", Instant.parse("2026-11-22T09:00:00.5Z"));
    NotesFile notes = new NotesFile(folder);
    notes.skip("budget", Optional.of("we have our own\nreally"));
    notes.attest("root-mfa", Optional.of(word));
    notes.saveAnswers(
        Map.of("email", "a@example.com", "budget.amount", "50"), Map.of("contact.phone", "+81"));

    NotesFile later = new NotesFile(folder);
    assertEquals(Map.of("budget", "we have our own\nreally"), later.skips());
    assertEquals(Map.of("root-mfa", word), later.attestations());
    assertEquals(Map.of("email", "a@example.com", "budget.amount", "50"), later.answers());
    assertEquals(Map.of("contact.phone", "+81"), later.drafts());
  }

  @Test
  @Timeout(20)
  void nobody_who_asks_waits_for_the_disk() throws Exception {
    NotesFile notes = new NotesFile(folder);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> saving = new ArrayList<>();
      folder.update(
          "notes.json",
          text -> {
            saving.add(threads.submit(() -> notes.skip("budget", Optional.of("later"))));
            while (notes.skips().isEmpty()) {
              Thread.onSpinWait();
            }
            return "{}";
          });
      saving.getFirst().get();
    }
    assertEquals(Map.of("budget", "later"), new NotesFile(folder).skips());
  }

  @Test
  void what_is_taken_back_is_gone() {
    NotesFile notes = new NotesFile(folder);
    notes.skip("budget", Optional.of("later"));
    notes.attest("root-mfa", Optional.of(new Notes.Attestation("Aoi", Instant.EPOCH)));
    notes.saveAnswers(Map.of("email", "a@example.com"), Map.of("contact.phone", "+81"));
    notes.skip("budget", Optional.empty());
    notes.attest("root-mfa", Optional.empty());
    notes.saveAnswers(Map.of(), Map.of());
    NotesFile later = new NotesFile(folder);
    assertEquals(Map.of(), later.skips());
    assertEquals(Map.of(), later.attestations());
    assertEquals(Map.of(), later.answers());
    assertEquals(Map.of(), later.drafts());
  }

  @Test
  void sections_of_a_later_version_are_kept() {
    folder.write("notes.json", "{\"moods\": {\"monday\": \"low\"}}");
    new NotesFile(folder).skip("budget", Optional.of("later"));
    String text = folder.read("notes.json").orElseThrow();
    assertEquals(true, text.contains("\"monday\" : \"low\""), text);
  }

  @Test
  void notes_that_are_not_ours_are_refused_by_name() {
    folder.write("notes.json", "not JSON");
    StateException refused = assertThrows(StateException.class, () -> new NotesFile(folder));
    assertEquals(Note.of("state.broken", folder.file("notes.json")), refused.note());
  }

  @Test
  void two_wizards_keep_what_the_other_wrote() {
    NotesFile one = new NotesFile(folder);
    NotesFile other = new NotesFile(folder);
    one.skip("a", Optional.of("later"));
    other.skip("b", Optional.of("never"));
    one.saveAnswers(Map.of("email", "aoi@example.com"), Map.of());
    other.saveAnswers(Map.of("budget.amount", "50"), Map.of());
    one.skip("a", Optional.empty());
    one.saveAnswers(Map.of("email", "mio@example.com"), Map.of());
    NotesFile read = new NotesFile(folder);
    assertEquals(Map.of("b", "never"), read.skips());
    assertEquals(Map.of("email", "mio@example.com", "budget.amount", "50"), read.answers());
  }

  @Test
  void saves_at_the_same_time_all_succeed_and_none_is_lost() throws Exception {
    try (ExecutorService wizards = Executors.newFixedThreadPool(6)) {
      List<Future<?>> saves = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        int wizard = i;
        NotesFile notes = new NotesFile(folder);
        saves.add(
            wizards.submit(
                () -> {
                  for (int k = 0; k < 100; k++) {
                    notes.skip(wizard + "-" + k, Optional.of("x"));
                  }
                }));
      }
      for (Future<?> save : saves) {
        save.get();
      }
    }
    assertEquals(600, new NotesFile(folder).skips().size());
    try (Stream<Path> files = Files.list(folder.path())) {
      assertEquals(
          List.of("notes.json", "notes.json.lock"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}
