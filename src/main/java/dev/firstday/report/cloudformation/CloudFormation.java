package dev.firstday.report.cloudformation;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.report.cloudformation.CloudFormationExport.Reason;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan creates in one Region, as resources of a template for any account: the stack supplies
 * account id and Region.
 */
final class CloudFormation {
  /** Stands for the logical id of the resource of a type and a name. */
  static final String REF_TO = "firstday:ref";

  /** The parameter that says which Region is the home Region. */
  static final String HOME = "HomeRegion";

  private final String account;
  private final String home;
  private final String region;
  private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
  private final Map<String, String> byName = new LinkedHashMap<>();
  private final Map<String, String> byChange = new LinkedHashMap<>();
  private final Map<Change, Reason> impossible = new LinkedHashMap<>();

  CloudFormation(String account, String home, String region) {
    this.account = account;
    this.home = home;
    this.region = region;
  }

  /** What can't be in the template, and why. */
  Map<Change, Reason> impossible() {
    return impossible;
  }

  void add(Change change) {
    // Values of another Region's stack are not known in this one.
    boolean foreign = !byChange.keySet().containsAll(Placeholders.references(change.request()));
    if (foreign || !change.asks().isEmpty()) {
      impossible.put(change, change.asks().isEmpty() ? Reason.ACCOUNT : Reason.PERSON);
      return;
    }
    if (ResourceTypes.lack(change.region(), change) && !region.equals(ResourceTypes.EVERYTHING)) {
      impossible.put(change, Reason.NO_TYPE);
      return;
    }
    int number = 0;
    for (CloudFormationResource resource : ResourceMapping.resources(change)) {
      switch (resource) {
        case CloudFormationResource.Own own -> own(change, own, number++);
        case CloudFormationResource.NestedProperties part -> part(change, part);
        case CloudFormationResource.Included included -> {}
        case CloudFormationResource.Impossible not -> impossible.put(change, not.reason());
      }
    }
  }

  private void own(Change change, CloudFormationResource.Own own, int number) {
    String id = number == 0 ? logicalId(change.id()) : byChange.get(change.id()) + "Policy";
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("Type", own.type());
    if (own.keep()) {
      resource.put("DeletionPolicy", "Retain");
      resource.put("UpdateReplacePolicy", "Retain");
    }
    resource.put("Properties", new LinkedHashMap<>(own.properties()));
    resources.put(id, resource);
    byChange.putIfAbsent(change.id(), id);
    if (!own.name().isEmpty()) {
      byName.put(own.type() + " " + own.name(), id);
    }
  }

  private void part(Change change, CloudFormationResource.NestedProperties part) {
    String whole = byName.get(part.type() + " " + part.name());
    if (whole == null) {
      impossible.put(change, Reason.ACCOUNT);
      return;
    }
    Map<String, Object> properties = properties(whole);
    part.properties()
        .forEach(
            (key, value) ->
                properties.merge(
                    key,
                    value,
                    (one, more) ->
                        one instanceof List<?> first && more instanceof List<?> second
                            ? Stream.concat(first.stream(), second.stream()).toList()
                            : more));
  }

  @SuppressWarnings("unchecked") // Put there by this class.
  private Map<String, Object> properties(String id) {
    return (Map<String, Object>)
        Objects.requireNonNull(Objects.requireNonNull(resources.get(id)).get("Properties"));
  }

  // alerts/subscription/a@example.com: CloudFormation takes letters and digits only.
  private String logicalId(String change) {
    String plain = change.replace("/" + region, "").replace(region, "");
    String id =
        Stream.of(plain.split("[^A-Za-z0-9]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    String free = id;
    for (int i = 2; resources.containsKey(free); i++) {
      free = id + i;
    }
    return free;
  }

  /** A resource depends on what its properties name; a trail also on the policy of its bucket. */
  private void depend() {
    resources.forEach(
        (id, resource) -> {
          Set<String> before = new TreeSet<>();
          byName.forEach(
              (name, other) -> {
                if (!other.equals(id) && mentions(resource.get("Properties"), name)) {
                  before.add(other);
                  policyOf(name).filter(policy -> !policy.equals(id)).ifPresent(before::add);
                }
              });
          if ("AWS::Config::ConfigRule".equals(resource.get("Type"))) {
            firstOf("AWS::Config::ConfigurationRecorder").ifPresent(before::add);
          }
          if (!before.isEmpty()) {
            resource.put("DependsOn", List.copyOf(before));
          }
        });
  }

  private static String name(String typeAndName) {
    return typeAndName.substring(typeAndName.indexOf(' ') + 1);
  }

  private Optional<String> firstOf(String type) {
    return resources.entrySet().stream()
        .filter(entry -> type.equals(entry.getValue().get("Type")))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<String> policyOf(String typeAndName) {
    return typeAndName.startsWith(CloudFormationResource.BUCKET + " ")
        ? resources.entrySet().stream()
            .filter(entry -> "AWS::S3::BucketPolicy".equals(entry.getValue().get("Type")))
            .filter(entry -> name(typeAndName).equals(properties(entry.getKey()).get("Bucket")))
            .map(Map.Entry::getKey)
            .findFirst()
        : Optional.empty();
  }

  /** Whether properties name a resource of a type, and CloudFormation can't see that by a Ref. */
  private static boolean mentions(@Nullable Object properties, String typeAndName) {
    return !texts(properties).contains(typeAndName)
        && texts(properties).stream().anyMatch(text -> names(text, typeAndName));
  }

  private static boolean names(String text, String typeAndName) {
    String name = name(typeAndName);
    return switch (typeAndName.substring(0, typeAndName.indexOf(' '))) {
      case CloudFormationResource.BUCKET -> text.equals(name) || text.endsWith(":s3:::" + name);
      case CloudFormationResource.LOG_GROUP -> (text + ":").contains(":log-group:" + name + ":");
      case CloudFormationResource.ROLE -> text.endsWith(":role/" + name);
      case CloudFormationResource.TOPIC ->
          text.startsWith("arn:") && text.contains(":sns:") && text.endsWith(":" + name);
      case CloudFormationResource.LINKED_ROLE -> text.contains(":role/" + name + "/");
      default -> false;
    };
  }

  /** Every text in a tree; a name of a log group that a filter is for counts as its ARN. */
  static Set<String> texts(@Nullable Object node) {
    Set<String> texts = new HashSet<>();
    switch (node) {
      case Map<?, ?> map -> {
        map.values().forEach(value -> texts.addAll(texts(value)));
        if (map.containsKey("FilterPattern")) {
          texts.add(":log-group:" + map.get("LogGroupName"));
        }
      }
      case List<?> list -> list.forEach(value -> texts.addAll(texts(value)));
      case String text -> texts.add(text);
      case null, default -> {}
    }
    return texts;
  }

  /** The resources, which may come out as none. */
  Map<String, Object> finished() {
    depend();
    Map<String, Object> finished = new LinkedHashMap<>();
    resources.forEach((id, resource) -> finished.put(id, finished(resource)));
    return finished;
  }

  private Object finished(Object node) {
    return switch (node) {
      case Map<?, ?> map when map.get(REF_TO) instanceof String name ->
          Map.of("Ref", byName.get(name));
      case Map<?, ?> map when map.get(Placeholders.REF) instanceof String reference ->
          Map.of("Ref", byChange.get(reference.substring(0, reference.lastIndexOf('#'))));
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
            (key, value) -> {
              if (value != null) {
                copy.put((String) key, finished(value));
              }
            });
        yield copy;
      }
      case List<?> list -> list.stream().map(this::finished).toList();
      case String text -> general(text);
      default -> node;
    };
  }

  /** The text for every account and Region. */
  private Object general(String text) {
    String general =
        text.replace("${", "${!")
            .replace(account, "${AWS::AccountId}")
            .replace(region, "${AWS::Region}");
    if (!region.equals(home)) {
      general = general.replace(home, "${" + HOME + "}");
    }
    if (general.startsWith("arn:aws:")) {
      general = "arn:${AWS::Partition}:" + general.substring("arn:aws:".length());
    }
    boolean same = general.replace("${!", "${").equals(text);
    return same ? text : Map.of("Fn::Sub", general);
  }
}
