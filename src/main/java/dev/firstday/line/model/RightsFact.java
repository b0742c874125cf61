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

  private final Optional<PermissionCheck> rehearsal;
  private boolean told;

  public RightsFact(Plan plan, Session session) {
    rehearsal =
        plan.isEmpty()
            ? Optional.empty()
            : Optional.of(PermissionCheck.of(() -> session.rights(plan)));
    told = plan.isEmpty();
  }

  /** Says what came of the test, or that it goes on. */
  public void tell(LineWriter voice) {
    tell(voice, PATIENCE);
    if (!told) {
      voice.fact(voice.text("rights"), voice.text("rights.testing"));
    }
  }

  /** Says what has come of it since; waits for nothing. */
  public void tellLate(LineWriter voice) {
    tell(voice, Duration.ZERO);
  }

  private void tell(LineWriter voice, Duration patience) {
    if (!told) {
      Optional<PermissionReport> rights = rehearsal.flatMap(test -> test.within(patience));
      rights.ifPresent(known -> voice.fact(voice.text("rights"), voice.wording().rights(known)));
      told = rights.isPresent();
    }
  }
}
