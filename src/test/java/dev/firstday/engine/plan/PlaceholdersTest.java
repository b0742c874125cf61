package dev.firstday.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  @Test
  void placeholders_are_replaced_wherever_they_stand() {
    Map<String, Object> request =
        Map.of(
            "Name", "x",
            "Arn", Map.of("$ref", "a#/Arn"),
            "List", List.of(Map.of("Inner", Map.of("$ref", "b#/Id")), 5),
            "NoReference", Map.of("$ref", "a", "more", "b"));
    assertEquals(
        Map.of(
            "Name",
            "x",
            "Arn",
            "<a#/Arn>",
            "List",
            List.of(Map.of("Inner", "<b#/Id>"), 5),
            "NoReference",
            Map.of("$ref", "a", "more", "b")),
        Placeholders.replaced(request, reference -> "<" + reference + ">"));
  }

  @Test
  void a_path_leads_through_maps_and_lists() {
    Map<String, Object> tree = Map.of("Items", List.of("a", Map.of("Arn", "arn")));
    assertEquals("a", Placeholders.at(tree, "/Items/0"));
    assertEquals("arn", Placeholders.at(tree, "/Items/1/Arn"));
    assertNull(Placeholders.at(tree, "/Items/2"));
    assertNull(Placeholders.at(tree, "/Items/x"));
    assertNull(Placeholders.at(tree, "/None/Arn"));
    assertNull(Placeholders.at(tree, "/Items/0/Arn"));
  }

  @Test
  void secrets_and_questions_are_placeholders_too() {
    Map<String, Object> request =
        Map.of("Password", Map.of("$secret", "p"), "Code", Map.of("$ask", "c"), "Other", "x");
    assertEquals(
        Map.of("Password", "$secret p", "Code", "$ask c", "Other", "x"),
        Placeholders.replaced(request, (key, name) -> key + " " + name));
    assertEquals(
        request,
        Placeholders.replaced(request, reference -> "of an earlier response"),
        "the journal's reader has no person to ask");
  }

  @Test
  void the_changes_that_a_request_builds_on_are_known() {
    assertEquals(
        Set.of("a", "b"),
        Placeholders.references(
            Map.of(
                "X", List.of(Map.of("$ref", "a#/Y")),
                "Z", Map.of("$ref", "b#/Q"),
                "S", Map.of("$secret", "c"))));
  }
}
