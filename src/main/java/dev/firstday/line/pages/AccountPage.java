package dev.firstday.line.pages;

import dev.firstday.engine.account.Identity;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;

/** Who is signed in, and where. */
public final class AccountPage {
  private AccountPage() {}

  public static void tellAccount(LineContext desk) {
    LineWriter voice = desk.voice();
    Identity who = desk.session().identity();
    voice.afresh();
    who.practice().ifPresent(scenario -> voice.tell("tui.arrival.practice"));
    voice.fact(
        voice.text("tui.arrival.account"),
        who.accountId() + who.alias().map(alias -> ", " + alias).orElse(""));
    voice.fact(voice.text("tui.arrival.who"), voice.text("kind." + who.kind()) + " " + who.name());
    voice.fact("ARN", who.arn());
    voice.fact(voice.text("tui.arrival.region"), who.homeRegion());
    who.plan().ifPresent(plan -> voice.fact(voice.text("tui.arrival.plan"), plan(plan, voice)));
    voice.fact(
        voice.text("tui.arrival.organization"),
        who.organization().orElseGet(() -> voice.text("tui.arrival.no-organization")));
    if (who.kind() == Identity.Kind.ROOT) {
      voice.tell("tui.arrival.root");
    }
  }

  private static String plan(String plan, LineWriter voice) {
    return switch (plan) {
      case "FREE", "PAID" -> voice.text("tui.arrival.plan." + plan);
      default -> plan;
    };
  }
}
