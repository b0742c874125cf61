package dev.firstday.line.model;

import dev.firstday.engine.Session;
import dev.firstday.engine.plan.PermissionCheck;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import java.time.Duration;
import java.util.Optional;

/** Whether a plan is allowed: said with the plan, or before the digits where AWS takes its time. */
public final class RightsFact {
  /** As a rule IAM has answered before the plan itself is told. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Optional<PermissionCheck> permissionCheck;
  private boolean told;

  public RightsFact(Plan plan, Session session) {
    permissionCheck =
        plan.isEmpty()
            ? Optional.empty()
            : Optional.of(PermissionCheck.of(() -> session.rights(plan)));
    told = plan.isEmpty();
  }

  /** Says what came of the test, or that it goes on. */
  public void tell(LineWriter writer) {
    tell(writer, PATIENCE);
    if (!told) {
      writer.fact(writer.text("rights"), writer.text("rights.testing"));
    }
  }

  /** Says what has come of it since; waits for nothing. */
  public void tellLate(LineWriter writer) {
    tell(writer, Duration.ZERO);
  }

  private void tell(LineWriter writer, Duration patience) {
    if (!told) {
      Optional<PermissionReport> rights = permissionCheck.flatMap(test -> test.within(patience));
      rights.ifPresent(known -> writer.fact(writer.text("rights"), writer.wording().rights(known)));
      told = rights.isPresent();
    }
  }
}
