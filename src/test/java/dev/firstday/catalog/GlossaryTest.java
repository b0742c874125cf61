package dev.firstday.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlossaryTest {
  private static final Glossary GLOSSARY = Glossary.builtIn();

  private static List<String> in(String text) {
    return GLOSSARY.in(text).stream().map(Glossary.Term::id).toList();
  }

  @Test
  void explains_the_words_that_a_text_uses_and_no_others() {
    assertEquals(List.of("root-user", "mfa"), in("The root user has no MFA."));
    assertEquals(List.of("root-user", "mfa"), in("ルートユーザーにMFAがありません。"));
    assertEquals(List.of("s3"), in("All buckets are private."));
    assertEquals(List.of(), in("An example of reports, configured"));
  }

  @Test
  void finds_a_word_however_it_is_typed() {
    for (String typed : List.of("IMDSv2", "imdsv2", "IMDS", "インスタンスメタデータ")) {
      assertEquals("imdsv2", GLOSSARY.find(typed).orElseThrow().id(), typed);
    }
    assertEquals("root-user", GLOSSARY.find("Root User").orElseThrow().id());
    assertTrue(GLOSSARY.find("nothing").isEmpty());
  }

  @Test
  void explains_each_word_once_in_at_most_three_sentences() {
    Set<String> ids = new HashSet<>();
    for (Glossary.Term term : GLOSSARY.terms()) {
      assertTrue(ids.add(term.id()), term.id());
      assertEquals(term, GLOSSARY.find(term.id()).orElseThrow());
      assertTrue(term.text().en().split("\\. ").length <= 3, term.id());
      assertTrue(term.text().ja().split("。").length <= 3, term.id());
    }
  }

  @Test
  void names_the_line_of_what_is_wrong_with_it() {
    InputErrors wrong =
        assertThrows(InputErrors.class, () -> Glossary.read("terms:\n  - id: mfa\n"));
    assertTrue(wrong.getMessage().contains("glossary.yaml:2: name is missing"), wrong.getMessage());
  }
}
