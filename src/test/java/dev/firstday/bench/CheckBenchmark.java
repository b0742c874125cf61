package dev.firstday.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Recording;
import dev.firstday.aws.Recording.Call;
import dev.firstday.aws.SignIn;
import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.moto.MotoServer;
import dev.firstday.report.Json;
import dev.firstday.steps.Bench;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * A check of all steps in one Region, against a shell script that makes the same reads with the AWS
 * CLI, one after the other. Both talk to the same moto.
 */
class CheckBenchmark {
  private static final int ROUNDS = 5;

  @TempDir private Path folder;

  @Test
  void prints_how_long_a_check_takes() throws Exception {
    URI endpoint = MotoServer.fresh();
    List<Call> reads = recorded(endpoint);
    // The CLI puts the account's id before the host of S3 Control, whatever the endpoint.
    List<Call> possible =
        reads.stream().filter(call -> !call.operation().startsWith("s3control:")).toList();
    Path script = Files.writeString(folder.resolve("reads.sh"), script(possible, endpoint));
    List<String> firstday =
        List.of(
            Image.firstday().toString(),
            "check",
            "--endpoint-url",
            endpoint.toString(),
            "--region",
            "ap-northeast-1",
            "--set",
            "regions=home");
    run(firstday);
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      ours.add(run(firstday));
      if (i < 2) {
        theirs.add(run(List.of("sh", script.toString())));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "check: firstday %.0f ms (%d reads), the AWS CLI %.0f ms (%d reads), %.3f of it%n",
        Image.median(ours),
        reads.size(),
        Image.median(theirs),
        possible.size(),
        Image.median(ours) / Image.median(theirs));
  }

  private static List<Call> recorded(URI endpoint) throws Exception {
    Recording recording =
        new Recording(
            new SdkClients(
                new SdkClients.Config(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")),
                    UrlConnectionHttpClient.create(),
                    Optional.empty(),
                    Endpoints.of(endpoint),
                    CallListener.NONE)),
            Duration.ZERO);
    Bench bench = new Bench(listener -> recording, Map.of("regions", "home"));
    recording.calls();
    SignIn.to(recording, "ap-northeast-1", Optional.empty());
    bench.session().check(bench.session().steps().stream().map(step -> step.entry().id()).toList());
    return recording.calls();
  }

  private static String script(List<Call> reads, URI endpoint) throws Exception {
    String aws = Image.aws().toString();
    return reads.stream()
        .map(
            call ->
                "'%s' %s %s --region %s --endpoint-url %s --cli-input-json '%s'\n"
                    .formatted(
                        aws,
                        call.operation().split(":")[0],
                        kebab(call.operation().split(":")[1]),
                        call.region(),
                        endpoint,
                        Json.compact(call.requestData()).replace("'", "'\\''")))
        .collect(Collectors.joining());
  }

  /** The AWS CLI's name of an operation. */
  private static String kebab(String operation) {
    return operation
        .replaceAll("([^-])([A-Z][a-z]+)", "$1-$2")
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  private double run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("said.txt").toFile());
    builder.environment().put("AWS_ACCESS_KEY_ID", "x");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "x");
    builder.environment().put("HOME", folder.toString());
    long start = System.nanoTime();
    Process process = builder.start();
    int code = process.waitFor();
    double took = (System.nanoTime() - start) / 1e6;
    // Some of moto's answers are errors, for what it does not have.
    assertTrue(
        code == 0 || code == 1 || code == 3 || code > 250,
        Files.readString(folder.resolve("said.txt")));
    return took;
  }
}
