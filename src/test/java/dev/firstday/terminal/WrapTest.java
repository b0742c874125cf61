package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrapTest {
  private static final String JAPANESE =
      "「ルートユーザー」のアクセスキーは、AWS（Amazon Web Services）の管理者でも作成できません。"
          + "ー、っゃュ々。詳しくは https://docs.aws.amazon.com/IAM/latest/UserGuide/root.html をご覧ください！"
          + "『arn:aws:iam::123456789012:role/firstday-config』を、ご確認（１回だけ）ください。";

  private static final String ENGLISH =
      "The trail arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/firstday-trail logs to"
          + " 1 of 17 Regions (the home Region), so nobody would see a change elsewhere.";

  @Test
  void english_breaks_between_words() {
    assertEquals(
        List.of("The quick", "brown fox", "jumps over"),
        Wrap.lines("The quick brown fox jumps over", 12));
  }

  @Test
  void line_breaks_and_indents_stay() {
    assertEquals(List.of("a", "", "  b c", ""), Wrap.lines("a\n\r\n  b c  \n", 10));
    assertEquals(List.of(""), Wrap.lines("", 10));
  }

  @Test
  void japanese_breaks_by_its_rules() {
    assertEquals(List.of("日本", "語。"), Wrap.lines("日本語。", 6));
    assertEquals(List.of("東京", "「都」"), Wrap.lines("東京「都」", 6));
    assertEquals(List.of("AWSアカ", "ウント"), Wrap.lines("AWSアカウント", 7));
    assertEquals(List.of("マ", "チェッ", "カー"), Wrap.lines("マチェッカー", 7));
  }

  @Test
  void a_link_that_fits_on_a_line_is_not_broken() {
    String link = "https://console.aws.amazon.com/iam/home#/security_credentials";
    assertTrue(Wrap.lines("Open " + link + " now.", 62).contains(link));
    assertEquals(List.of("次の", link, "を開く"), Wrap.lines("次の" + link + "を開く", 61));
  }

  @Test
  void what_is_longer_than_a_line_is_broken_anyway() {
    assertEquals(List.of("abcd", "efgh", "ij"), Wrap.lines("abcdefghij", 4));
    assertEquals(List.of("。。", "。"), Wrap.lines("。。。", 4));
    assertEquals(List.of("日", "本"), Wrap.lines("日本", 1));
  }

  @Test
  void no_line_is_too_wide_or_begins_or_ends_with_a_forbidden_sign() {
    for (String text : List.of(JAPANESE, ENGLISH, JAPANESE + ENGLISH)) {
      for (int columns = 20; columns <= 118; columns++) {
        List<String> lines = Wrap.lines(text, columns);
        for (String line : lines) {
          assertTrue(Width.of(line) <= columns, line);
          assertFalse(line.isBlank() || line.startsWith(" ") || line.endsWith(" "), line);
          assertFalse("、。，．・：；？！ー）」』】々ぁぃぅぇぉっゃゅょァィゥェォッャュョ".indexOf(line.codePointAt(0)) >= 0, line);
          assertFalse("（「『【".indexOf(line.codePointBefore(line.length())) >= 0, line);
        }
        assertEquals(text.replaceAll("\\s", ""), String.join("", lines).replaceAll("\\s", ""));
      }
    }
  }

  @Test
  void any_text_fits_at_any_width() {
    Random random = new Random(59);
    for (int i = 0; i < 5_000; i++) {
      int columns = 2 + random.nextInt(40);
      String text = Width.sanitise(WidthTest.random(random, 120));
      for (String line : Wrap.lines(text, columns)) {
        assertTrue(Width.of(line) <= columns, () -> text + " at " + columns);
      }
    }
  }
}
