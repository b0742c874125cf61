package dev.firstday.view;

import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the pages before the list of steps say. */
public final class StartContent {
  private StartContent() {}

  /** Something that a person can do, and the command for it. */
  public record CommandText(String text, String command) {}

  /** Ways to sign in. */
  public static List<CommandText> waysToSignIn(Texts texts) {
    return ways(texts, "login", "cloudshell", "sso", "profile", "practice");
  }

  /** Ways to say which Region is home. */
  public static List<CommandText> waysToNameRegion(Texts texts) {
    return ways(texts, "region-option", "region-config");
  }

  private static List<CommandText> ways(Texts texts, String... ways) {
    return Stream.of(ways)
        .map(way -> "tui.welcome." + way)
        .map(key -> new CommandText(texts.say(key), texts.say(key + ".command")))
        .toList();
  }

  /**
   * Who is signed in, and where.
   *
   * @param named how an account's alias stands with its number
   */
  public static List<FactText> account(Identity who, String named, Texts texts) {
    List<FactText> facts = new ArrayList<>();
    facts.add(
        new FactText(
            texts.say("tui.arrival.account"),
            who.accountId() + who.alias().map(named::formatted).orElse("")));
    facts.add(
        new FactText(
            texts.say("tui.arrival.who"), texts.say("kind." + who.kind()) + " " + who.name()));
    facts.add(new FactText("ARN", who.arn()));
    facts.add(new FactText(texts.say("tui.arrival.region"), texts.region(who.homeRegion())));
    who.plan()
        .ifPresent(
            plan -> facts.add(new FactText(texts.say("tui.arrival.plan"), plan(plan, texts))));
    facts.add(
        new FactText(
            texts.say("tui.arrival.organization"),
            who.organization().orElseGet(() -> texts.say("tui.arrival.no-organization"))));
    return facts;
  }

  private static String plan(String plan, Texts texts) {
    return switch (plan) {
      case "FREE", "PAID" -> texts.say("tui.arrival.plan." + plan);
      default -> plan;
    };
  }
}
