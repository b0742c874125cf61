package dev.firstday.steps.workloads;

import dev.firstday.aws.AccountRegion;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.lambda.model.EnvironmentError;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
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
  record ScanResult(int places, int older, List<Hit> hits, List<Problem> problems) {
    private static ScanResult of(int places, int older) {
      return new ScanResult(places, older, new ArrayList<>(), new ArrayList<>());
    }

    private void look(String place, String name, @Nullable String value) {
      SecretPatterns.inVariable(name, value == null ? "" : value)
          .ifPresent(reason -> hits.add(new Hit(reason, place, name)));
    }
  }

  /** Scans one kind of place in a Region. */
  @FunctionalInterface
  interface PlaceScanner {
    ScanResult scan(AccountRegion here) throws CallFailed;
  }

  /**
   * A kind of place.
   *
   * @param fact the code of the fact that no secret is there
   */
  record PlaceKind(String fact, PlaceScanner scanner) {}

  /** Every kind of place. */
  static final List<PlaceKind> KINDS =
      List.of(
          new PlaceKind("functions", SecretPlaces::functions),
          new PlaceKind("tasks", SecretPlaces::tasks),
          new PlaceKind("parameters", SecretPlaces::parameters),
          new PlaceKind("instances", SecretPlaces::instances));

  private static ScanResult functions(AccountRegion here) throws CallFailed {
    List<FunctionConfiguration> functions =
        here.query(Reads.LIST_FUNCTIONS).all(ListFunctionsResponse::functions);
    ScanResult result = ScanResult.of(functions.size(), 0);
    for (FunctionConfiguration function : functions) {
      EnvironmentResponse environment = function.environment();
      String name = function.functionName();
      if (environment != null && environment.error() != null) {
        result.problems().add(undecryptable(name, environment.error(), here.region()));
      } else if (environment != null) {
        new TreeMap<>(environment.variables())
            .forEach((variable, value) -> result.look("lambda:" + name, variable, value));
      }
    }
    return result;
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

  private static ScanResult tasks(AccountRegion here) throws CallFailed {
    List<String> arns =
        here.query(
                Reads.LIST_TASK_DEFINITIONS,
                read -> read.status(TaskDefinitionStatus.ACTIVE).sort(SortOrder.DESC))
            .all(ListTaskDefinitionsResponse::taskDefinitionArns);
    Map<String, String> newest = new LinkedHashMap<>();
    // The newest revision of a family comes first.
    arns.forEach(arn -> newest.putIfAbsent(arn.substring(0, arn.lastIndexOf(':')), arn));
    ScanResult result = ScanResult.of(newest.size(), arns.size() - newest.size());
    for (String arn : newest.values()) {
      String revision = arn.substring(arn.lastIndexOf('/') + 1);
      for (ContainerDefinition container :
          here.query(Reads.DESCRIBE_TASK_DEFINITION, read -> read.taskDefinition(arn))
              .read()
              .taskDefinition()
              .containerDefinitions()) {
        String place = "ecs:%s/%s".formatted(revision, container.name());
        container.environment().forEach(pair -> result.look(place, pair.name(), pair.value()));
      }
    }
    return result;
  }

  /** Parameters by their names only: to read one would put its value where it was not before. */
  private static ScanResult parameters(AccountRegion here) throws CallFailed {
    ParameterStringFilter plain =
        ParameterStringFilter.builder().key("Type").values("String", "StringList").build();
    List<ParameterMetadata> parameters =
        here.query(Reads.DESCRIBE_PARAMETERS, read -> read.parameterFilters(plain).maxResults(50))
            .all(DescribeParametersResponse::parameters);
    ScanResult result = ScanResult.of(parameters.size(), 0);
    parameters.stream()
        .map(ParameterMetadata::name)
        .filter(SecretPatterns::inName)
        .forEach(name -> result.hits().add(new Hit("parameter", "ssm:" + name, name)));
    return result;
  }

  private static ScanResult instances(AccountRegion here) throws CallFailed {
    List<Instance> instances = Instances.there(here);
    ScanResult result = ScanResult.of(instances.size(), 0);
    for (Instance instance : instances) {
      String id = instance.instanceId();
      AttributeValue data =
          Instances.attribute(here, id, InstanceAttributeName.USER_DATA).read().userData();
      if (data != null && data.value() != null) {
        lines("ec2:" + id, text(data.value()), result);
      }
    }
    return result;
  }

  private static void lines(String place, List<String> lines, ScanResult result) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String where = "user-data:" + (i + 1);
      SecretPatterns.firstIn(line)
          .map(key -> new Hit(key.reason(), place, name(line.substring(0, key.start()), where)))
          .ifPresent(result.hits()::add);
    }
  }

  /** The variable that the rest of a line is assigned to, with the line; or the line alone. */
  private static String name(String before, String where) {
    Matcher assigned = ASSIGNED.matcher(before);
    return assigned.find() && SecretPatterns.firstIn(assigned.group(1)).isEmpty()
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
