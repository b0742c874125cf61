package dev.firstday.line.pages;

import dev.firstday.engine.account.Identity;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;
import dev.firstday.view.StartContent;

/** Who is signed in, and where. */
public final class AccountPage {
  private AccountPage() {}

  public static void tellAccount(LineContext context) {
    LineWriter writer = context.writer();
    Identity who = context.session().identity();
    writer.afresh();
    who.practice().ifPresent(scenario -> writer.tell("tui.arrival.practice"));
    writer.facts(StartContent.account(who, ", %s", writer.wording()));
    if (who.kind() == Identity.Kind.ROOT) {
      writer.tell("tui.arrival.root");
    }
  }
}
