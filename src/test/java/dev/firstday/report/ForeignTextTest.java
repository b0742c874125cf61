package dev.firstday.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstday.catalog.Actor;
import dev.firstday.catalog.Language;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.text.Foreign;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Every format of a report, where everything that somebody else supplied is hostile. */
class ForeignTextTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  private static final String TEXT = Foreign.TEXT;

  /** What Jenkins takes, by element: attributes, and elements within it. */
  private static final Map<String, List<Set<String>>> JENKINS =
      Map.of(
          "testsuites",
          List.of(Set.of("name", "time", "tests", "failures", "errors"), Set.of("testsuite")),
          "testsuite",
          List.of(
              Set.of(
                  "name",
                  "tests",
                  "failures",
                  "errors",
                  "group",
                  "time",
                  "skipped",
                  "timestamp",
                  "hostname",
                  "id",
                  "package",
                  "file",
                  "log",
                  "url"),
              Set.of("testsuite", "properties", "testcase", "system-out", "system-err")),
          "properties",
          List.of(Set.of(), Set.of("property")),
          "property",
          List.of(Set.of("name", "value"), Set.of()),
          "testcase",
          List.of(
              Set.of("name", "time", "classname", "group"),
              Set.of("skipped", "error", "failure", "system-out", "system-err")),
          "skipped",
          List.of(Set.of("type", "message"), Set.of()),
          "error",
          List.of(Set.of("type", "message"), Set.of()),
          "failure",
          List.of(Set.of("type", "message"), Set.of()),
          "system-out",
          List.of(Set.of(), Set.of()));

  private static Report.ReportedStep step(Verdict verdict, Actor by) {
    return new Report.ReportedStep(
        "step-" + verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        "Title " + TEXT,
        "Group " + TEXT,
        by,
        verdict,
        "Word " + TEXT,
        Stream.of(Finding.Kind.values())
            .map(
                kind ->
                    new Report.ReportedFinding(kind, "code", Optional.of(TEXT), "found " + TEXT))
            .toList(),
        List.of("because " + TEXT),
        List.of(FailureId.DENIED),
        Optional.of(new Report.PendingStep("mail", Optional.of(AT), "for " + TEXT)),
        Optional.empty(),
        Optional.of(new Notes.Attestation(TEXT, AT)),
        List.of(new Evidence("iam", "Get" + TEXT, TEXT, Optional.of(TEXT), TEXT)),
        1,
        BigDecimal.ONE,
        Map.of("List", List.of("1.1")),
        List.of("By hand " + TEXT),
        Optional.of("https://console.aws.amazon.com/x(" + TEXT + ")"),
        "https://docs.aws.amazon.com/");
  }

  private static Report report(Language language) {
    List<Report.ReportedStep> steps =
        Stream.of(Verdict.values())
            .map(verdict -> step(verdict, verdict == Verdict.UNSEEN ? Actor.PERSON : Actor.API))
            .toList();
    return new Report(
        language,
        new Identity(
            "123456789012",
            Optional.of("alias" + TEXT),
            "arn:aws:iam::123456789012:user/" + TEXT,
            Identity.Kind.USER,
            "name " + TEXT,
            "aws",
            "us-east-1" + TEXT,
            Optional.of(TEXT),
            Optional.of("o-" + TEXT),
            Optional.empty()),
        AT,
        "1.2.3",
        steps,
        List.of(
            new Report.ReportedChange(
                AT, TEXT, List.of(TEXT), Report.ChangeStatus.DONE, TEXT, TEXT, TEXT, TEXT, TEXT)),
        List.of(
            new Report.ReportedControl(
                "List",
                "1.1",
                Judgement.MET,
                List.of("step-todo"),
                List.of(new Report.Fact("step-todo", "fact", Judgement.MET, "fact " + TEXT)),
                List.of("note " + TEXT))));
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document document, String name) {
    var found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void html_shows_it_as_text_and_apart_from_its_neighbours(Language language) throws Exception {
    String html = ReportHtml.of(report(language));
    Foreign.assertPrintable(html);
    // Elements that never have an end are the one thing that keeps it from being XML.
    Document document =
        parsed(
            html.replaceFirst("<!DOCTYPE html>", "")
                .replaceAll("<(meta|link)( [^>]*)>", "<$1$2/>"));
    assertEquals(List.of(), elements(document, "img"));
    assertEquals(List.of(), elements(document, "script"));
    List<Element> apart = elements(document, "bdi");
    assertTrue(apart.stream().anyMatch(e -> e.getTextContent().contains("\"><img src=x")), html);
    for (Element cell : elements(document, "td")) {
      assertTrue(
          !cell.getTextContent().contains("OWNED")
              || cell.getElementsByTagName("bdi").getLength() == 1
              || cell.getElementsByTagName("span").getLength() == 1,
          cell.getTextContent());
    }
    for (Element link : elements(document, "a")) {
      assertTrue(link.getAttribute("href").matches("(https://|#)[^\\p{Cntrl}]*"), link.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void markdown_takes_it_as_nothing_but_text(Language language) {
    String markdown = ReportMarkdown.of(report(language));
    Foreign.assertPrintable(markdown);
    // What a backslash stands before is text; so is what a space of no width parts.
    String bare =
        markdown
            .replaceAll("\\\\[\\p{Punct}]", "")
            .replaceAll(
                "\\]\\(https://(docs|console)\\.aws\\.amazon\\.com/[^ ()\\[\\]`<>]*\\)", "]()");
    assertFalse(bare.contains("<"), bare);
    assertFalse(bare.contains("`id`"), bare);
    assertFalse(bare.contains("[x]"), bare);
    assertFalse(bare.contains("@mention"), bare);
    assertFalse(bare.matches("(?s).*[^(<]https?://evil.*"), bare);
    assertFalse(bare.contains("www.evil"), bare);
    assertFalse(bare.matches("(?s).*#12.*"), bare);
    for (String row : bare.lines().filter(line -> line.startsWith("|")).toList()) {
      assertTrue(row.chars().filter(c -> c == '|').count() <= 7, row);
    }
    assertEquals("\\- a", ReportMarkdown.escaped("- a"));
    assertEquals("1\\. a", ReportMarkdown.escaped("1. a"));
    assertEquals("a@example.com", ReportMarkdown.escaped("a@example.com"));
  }

  @ParameterizedTest
  @EnumSource
  void json_and_ocsf_hold_the_same_data_in_characters_that_a_terminal_shows(Language language)
      throws Exception {
    String json = ReportJson.of(report(language));
    Foreign.assertPrintable(json);
    JsonNode root = new ObjectMapper().readTree(json);
    assertEquals("name " + TEXT, root.at("/by/name").asText());
    String ocsf = ReportOcsf.of(List.of(report(language)));
    Foreign.assertPrintable(ocsf);
    for (JsonNode event : new ObjectMapper().readTree(ocsf)) {
      assertEquals("alias" + TEXT, event.at("/cloud/account/name").asText());
    }
    String check = Json.compact(CheckJson.of(report(language)));
    Foreign.assertPrintable(check);
    assertEquals("us-east-1" + TEXT, new ObjectMapper().readTree(check).at("/region").asText());
  }

  @ParameterizedTest
  @EnumSource
  void junit_xml_is_well_formed_and_has_what_jenkins_takes(Language language) throws Exception {
    String xml = ReportJUnit.of(List.of(report(language), report(language)));
    Foreign.assertPrintable(xml);
    Document document = parsed(xml);
    assertEquals("testsuites", document.getDocumentElement().getTagName());
    taken(document.getDocumentElement());
    assertEquals(2 * Verdict.values().length, elements(document, "testcase").size());
    assertTrue(elements(document, "failure").getFirst().getAttribute("message").contains("OWNED"));
  }

  private static void taken(Element element) {
    List<Set<String>> rules = JENKINS.get(element.getTagName());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      String name = element.getAttributes().item(i).getNodeName();
      assertTrue(rules.getFirst().contains(name), element.getTagName() + " " + name);
    }
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element inside) {
        assertTrue(rules.getLast().contains(inside.getTagName()), inside.getTagName());
        taken(inside);
      }
    }
  }

  @Test
  void maps_without_an_order_are_written_by_their_keys() {
    Map<String, Object> inner = Map.of("Type", "String", "Default", "x", "Allowed", List.of("a"));
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("z", inner);
    outer.put("a", List.of(Map.of("2", true, "1", false, "3", true)));
    assertEquals(
        "{\"z\":{\"Allowed\":[\"a\"],\"Default\":\"x\",\"Type\":\"String\"},"
            + "\"a\":[{\"1\":false,\"2\":true,\"3\":true}]}",
        Json.compact(outer));
  }

  @Test
  void evidence_has_one_order_whatever_the_request_ids_are() {
    Evidence good = new Evidence("iam", "GetRole", "us-east-1", Optional.empty(), "zzz");
    Evidence bad = new Evidence("iam", "GetRole", "us-east-1", Optional.of("NoSuchEntity"), "aaa");
    assertEquals(List.of(good, bad), Stream.of(bad, good).sorted(Evidence.ORDER).toList());
  }
}
