package dev.firstday.line;

import dev.firstday.engine.account.Identity;

/** Who is signed in, and where. */
final class AccountPage {
  private AccountPage() {}

  static void tellAccount(Desk desk) {
    Voice voice = desk.voice();
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

  private static String plan(String plan, Voice voice) {
    return switch (plan) {
      case "FREE", "PAID" -> voice.text("tui.arrival.plan." + plan);
      default -> plan;
    };
  }
}
