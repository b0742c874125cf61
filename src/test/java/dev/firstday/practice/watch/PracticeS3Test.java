package dev.firstday.practice.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.firstday.aws.Clients;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class PracticeS3Test {
  private final S3Client s3 = Clients.in(new PracticeAccount(Scenario.NEW), "eu-central-1").s3();

  @Test
  void a_bucket_outside_us_east_1_wants_its_region_named() {
    var e = assertThrows(S3Exception.class, () -> s3.createBucket(r -> r.bucket("example")));
    assertEquals(
        "The unspecified location constraint is incompatible for the region specific endpoint this"
            + " request was sent to.",
        e.awsErrorDetails().errorMessage());
  }
}
