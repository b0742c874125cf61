package dev.firstday.practice;

import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.practice.model.PracticeCall;
import java.time.Duration;
import software.amazon.awssdk.core.exception.AbortedException;

/** Lets each call take as long as it does on AWS, and tells of those that are late. */
record PracticeLatency(Duration latency, CallListener listener) {
  private static final Duration LATE = SdkClients.Timing.USUAL.late();

  void pause(PracticeCall<?, ?> call) {
    if (latency.isZero() && !Thread.currentThread().isInterrupted()) {
      return;
    }
    try {
      if (latency.compareTo(LATE) > 0) {
        Thread.sleep(LATE);
        listener.late(call.service().sdk(), call.name(), call.region(), 1, 1);
        Thread.sleep(latency.minus(LATE));
      } else {
        Thread.sleep(latency);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Thread was interrupted", e);
    }
  }
}
