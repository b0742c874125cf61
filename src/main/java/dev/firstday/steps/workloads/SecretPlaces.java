package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.lambda.model.EnvironmentError;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;

/**
 * The places of a Region that can be read, and what in them looks like a secret. Values are looked
 * at and let go: what leaves here is the place, the name and the reason.
 */
final class SecretPlaces {
  private static final Pattern ASSIGNED = Pattern.compile("([A-Za-z_][\\w.-]{0,63})(=|: +)\\S*$");
  private static final int MOST_USER_DATA = 1 << 20;

  private SecretPlaces() {}

  /**
   * Something that looks like a secret.
   *
   * @param reason a finding's code
   * @param place as {@code lambda:checkout}
   * @param name of the variable, or where in the place
   */
  record Hit(String reason, String place, String name) {}

  /**
   * What was seen of one kind of place.
   *
   * @param places how many were looked at
   * @param older how many more there are that were not: old revisions
   * @param problems why some could not be read
   */
  record ScanResult(int places, int older, List<Hit> hits, List<Problem> problems) {}

  /** Scans one kind of place in a Region. */
  @FunctionalInterface
  interface PlaceScanner {
    ScanResult scan(Account account, String region) throws CallFailed;
  }

  /** Every kind of place. */
  static final List<PlaceScanner> KINDS =
      List.of(
          SecretPlaces::functions,
          SecretPlaces::tasks,
          SecretPlaces::parameters,
          SecretPlaces::instances);

  /** The fact about each kind of place, in their order: that no secret is there. */
  static final List<String> FACTS = List.of("functions", "tasks", "parameters", "instances");

  private static ScanResult functions(Account account, String region) throws CallFailed {
    List<FunctionConfiguration> functions =
        account.pages(Reads.LIST_FUNCTIONS, ListFunctionsRequest.builder().build(), region).stream()
            .flatMap(page -> page.functions().stream())
            .toList();
    List<Hit> hits = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (FunctionConfiguration function : functions) {
      EnvironmentResponse environment = function.environment();
      if (environment != null && environment.error() != null) {
        problems.add(undecryptable(function.functionName(), environment.error(), region));
      } else if (environment != null) {
        new TreeMap<>(environment.variables())
            .forEach((name, value) -> add(hits, "lambda:" + function.functionName(), name, value));
      }
    }
    return new ScanResult(functions.size(), 0, hits, problems);
  }

  /** The variables of a function are kept with a key that we may not use. */
  private static Problem undecryptable(String function, EnvironmentError error, String region) {
    return new Problem(
        Problem.Kind.DENIED,
        "lambda",
        "ListFunctions",
        region,
        error.errorCode() == null ? "" : error.errorCode(),
        "The environment of " + function + " can't be decrypted",
        "",
        Optional.of(new Problem.Denial("", Problem.Denial.By.UNKNOWN)),
        List.of("kms:Decrypt"));
  }

  private static ScanResult tasks(Account account, String region) throws CallFailed {
    ListTaskDefinitionsRequest list =
        ListTaskDefinitionsRequest.builder()
            .status(TaskDefinitionStatus.ACTIVE)
            .sort(SortOrder.DESC)
            .build();
    List<String> arns =
        account.pages(Reads.LIST_TASK_DEFINITIONS, list, region).stream()
            .flatMap(page -> page.taskDefinitionArns().stream())
            .toList();
    Map<String, String> newest = new LinkedHashMap<>();
    // The newest revision of a family comes first.
    arns.forEach(arn -> newest.putIfAbsent(arn.substring(0, arn.lastIndexOf(':')), arn));
    List<Hit> hits = new ArrayList<>();
    for (String arn : newest.values()) {
      task(account, region, arn, hits);
    }
    return new ScanResult(newest.size(), arns.size() - newest.size(), hits, List.of());
  }

  private static void task(Account account, String region, String arn, List<Hit> hits)
      throws CallFailed {
    DescribeTaskDefinitionRequest read =
        DescribeTaskDefinitionRequest.builder().taskDefinition(arn).build();
    String revision = arn.substring(arn.lastIndexOf('/') + 1);
    for (ContainerDefinition container :
        account
            .read(Reads.DESCRIBE_TASK_DEFINITION, read, region)
            .taskDefinition()
            .containerDefinitions()) {
      String place = "ecs:%s/%s".formatted(revision, container.name());
      container.environment().forEach(pair -> add(hits, place, pair.name(), pair.value()));
    }
  }

  private static void add(List<Hit> hits, String place, String name, String value) {
    SecretPatterns.inVariable(name, value == null ? "" : value)
        .ifPresent(reason -> hits.add(new Hit(reason, place, name)));
  }

  /** Parameters by their names only: to read one would put its value where it was not before. */
  private static ScanResult parameters(Account account, String region) throws CallFailed {
    DescribeParametersRequest plain =
        DescribeParametersRequest.builder()
            .parameterFilters(
                ParameterStringFilter.builder().key("Type").values("String", "StringList").build())
            .maxResults(50)
            .build();
    List<String> names =
        account.pages(Reads.DESCRIBE_PARAMETERS, plain, region).stream()
            .flatMap(page -> page.parameters().stream())
            .map(ParameterMetadata::name)
            .toList();
    List<Hit> hits =
        names.stream()
            .filter(SecretPatterns::inName)
            .map(name -> new Hit("parameter", "ssm:" + name, name))
            .toList();
    return new ScanResult(names.size(), 0, hits, List.of());
  }

  private static ScanResult instances(Account account, String region) throws CallFailed {
    List<String> ids = Instances.there(account, region).stream().map(Instance::instanceId).toList();
    List<Hit> hits = new ArrayList<>();
    for (String id : ids) {
      DescribeInstanceAttributeRequest read =
          DescribeInstanceAttributeRequest.builder()
              .instanceId(id)
              .attribute(InstanceAttributeName.USER_DATA)
              .build();
      AttributeValue data =
          account.read(Reads.DESCRIBE_INSTANCE_ATTRIBUTE, read, region).userData();
      if (data != null && data.value() != null) {
        lines("ec2:" + id, text(data.value()), hits);
      }
    }
    return new ScanResult(ids.size(), 0, hits, List.of());
  }

  private static void lines(String place, List<String> lines, List<Hit> hits) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String where = "user-data:" + (i + 1);
      SecretPatterns.firstIn(line)
          .ifPresent(
              form ->
                  hits.add(
                      new Hit(form.reason(), place, name(line.substring(0, form.start()), where))));
    }
  }

  /** The variable that the rest of a line is assigned to, with the line; or the line alone. */
  private static String name(String before, String where) {
    Matcher assigned = ASSIGNED.matcher(before);
    return assigned.find() && SecretPatterns.inText(assigned.group(1)).isEmpty()
        ? assigned.group(1) + " (" + where + ")"
        : where;
  }

  private static List<String> text(String base64) {
    byte[] bytes = Base64.getMimeDecoder().decode(base64);
    if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = packed.readNBytes(MOST_USER_DATA);
      } catch (IOException e) {
        return List.of(); // It is no gzip: nothing that an instance could read.
      }
    }
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }
}
