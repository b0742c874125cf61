package dev.firstday.line.pages;

import dev.firstday.engine.account.Identity;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;

/** Who is signed in, and where. */
public final class AccountPage {
  private AccountPage() {}

  public static void tellAccount(LineContext context) {
    LineWriter writer = context.writer();
    Identity who = context.session().identity();
    writer.afresh();
    who.practice().ifPresent(scenario -> writer.tell("tui.arrival.practice"));
    writer.fact(
        writer.text("tui.arrival.account"),
        who.accountId() + who.alias().map(alias -> ", " + alias).orElse(""));
    writer.fact(
        writer.text("tui.arrival.who"), writer.text("kind." + who.kind()) + " " + who.name());
    writer.fact("ARN", who.arn());
    writer.fact(writer.text("tui.arrival.region"), who.homeRegion());
    who.plan().ifPresent(plan -> writer.fact(writer.text("tui.arrival.plan"), plan(plan, writer)));
    writer.fact(
        writer.text("tui.arrival.organization"),
        who.organization().orElseGet(() -> writer.text("tui.arrival.no-organization")));
    if (who.kind() == Identity.Kind.ROOT) {
      writer.tell("tui.arrival.root");
    }
  }

  private static String plan(String plan, LineWriter writer) {
    return switch (plan) {
      case "FREE", "PAID" -> writer.text("tui.arrival.plan." + plan);
      default -> plan;
    };
  }
}
