package dev.firstday.steps.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.operations.CallListener;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Bench;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class GuardDutyStepTest {
  private static final String ID = "guardduty";

  /** Nobody answers for GuardDuty in a Region. */
  private static Bench without(String region) {
    CallListener silence =
        (service, operation, where) -> {
          if (service.equals("GuardDuty") && where.equals(region)) {
            throw SdkClientException.create("no host", new UnknownHostException("guardduty"));
          }
        };
    return new Bench(
        listener ->
            Bench.practice(
                Scenario.NEW,
                (service, operation, where) -> {
                  listener.calling(service, operation, where);
                  silence.calling(service, operation, where);
                }),
        Bench.answers("regions", "ap-northeast-1, " + region));
  }

  private static List<String> in(String region, Assessment found) {
    return found.findings().stream()
        .filter(finding -> finding.region().filter(region::equals).isPresent())
        .map(Finding::code)
        .toList();
  }

  @Test
  void a_region_where_it_is_not_offered_is_said_and_does_not_count() {
    Bench bench = without("ap-southeast-6");
    bench.apply(ID);
    bench.confirmMails();
    Assessment found = bench.assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of("not-offered"), in("ap-southeast-6", found));
  }

  @Test
  void a_region_where_it_is_offered_but_does_not_answer_is_unseen() {
    Bench bench = without("us-east-1");
    bench.apply(ID);
    bench.confirmMails();
    Assessment found = bench.assess(ID);
    // Its findings are sent on by nobody, and whether there are any can't be seen.
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of(), found.changes());
    assertTrue(in("us-east-1", found).contains("rule-missing"));
    assertTrue(in("us-east-1", found).contains(Finding.UNSEEN));
    assertTrue(in("ap-northeast-1", found).contains("detector"));
  }
}
