package dev.firstday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rooms in {@code docs/architecture.md}: who may know whom. */
class ArchitectureTest {
  private static final String OURS = "dev.firstday.";

  private static final String JACKSON = "com.fasterxml.jackson.";
  private static final String CRYPTO = "javax.crypto.";
  private static final String TLS = "javax.net.ssl.";
  private static final String AWS_SDK = "software.amazon.awssdk.";
  private static final String PHONES = "com.google.i18n.phonenumbers.";
  private static final String JLINE = "org.jline.";
  private static final String LANTERNA = "com.googlecode.lanterna.";
  private static final String ZXING = "com.google.zxing.";
  private static final String PICOCLI = "picocli.";
  private static final String JSPECIFY = "org.jspecify.annotations.";

  private static final JavaClasses CLASSES = classes();

  // The rules ask for the names of what is not ours; reading the whole SDK for more takes seconds.
  private static JavaClasses classes() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("dev.firstday");
  }

  /**
   * A room.
   *
   * @param ours rooms it may know
   * @param libraries beginnings of the names of library classes it may know
   */
  private record Room(String name, Set<String> ours, Set<String> libraries) {
    boolean has(JavaClass type) {
      return room(type).equals(name);
    }

    boolean mayKnow(JavaClass type) {
      return type.isPrimitive()
          || type.getName().startsWith("java.")
          || type.getName().startsWith(JSPECIFY)
          || has(type)
          || ours.contains(room(type))
          || libraries.stream().anyMatch(type.getName()::startsWith);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Room> rooms() {
    return Stream.of(
        new Room("text", Set.of(), Set.of()),
        new Room("catalog", Set.of("text"), Set.of(JACKSON)),
        new Room("engine", Set.of("catalog"), Set.of()),
        new Room("aws", Set.of("catalog", "engine"), Set.of(AWS_SDK, TLS)),
        new Room("steps", Set.of("catalog", "engine", "aws"), Set.of(AWS_SDK, PHONES)),
        new Room("practice", Set.of("aws"), Set.of(AWS_SDK, CRYPTO)),
        new Room("state", Set.of("engine", "catalog"), Set.of(JACKSON)),
        new Room("report", Set.of("engine", "catalog", "text"), Set.of(JACKSON)),
        new Room("terminal", Set.of("text"), Set.of(JLINE, LANTERNA)),
        new Room("view", Set.of("engine", "catalog", "text"), Set.of()),
        new Room("tui", Set.of("engine", "catalog", "terminal", "view"), Set.of(LANTERNA, ZXING)),
        new Room(
            "line",
            Set.of("engine", "catalog", "terminal", "text", "view"),
            Set.of(JLINE + "reader.")),
        new Room(
            "cli",
            Set.of(
                "catalog",
                "engine",
                "aws",
                "steps",
                "practice",
                "state",
                "report",
                "terminal",
                "text",
                "view",
                "tui",
                "line"),
            Set.of(PICOCLI)));
  }

  /** The first package below ours; empty for a class of somebody else. */
  private static String room(JavaClass type) {
    if (!type.getName().startsWith(OURS)) {
      return "";
    }
    String below = type.getName().substring(OURS.length());
    return below.contains(".") ? below.substring(0, below.indexOf('.')) : "";
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_room_knows_only_what_the_table_says(Room room) {
    none(dependencies((from, to) -> room.has(from) && !room.mayKnow(to.getBaseComponentType())));
  }

  @Test
  void every_class_lies_in_a_room_of_the_table() {
    Set<String> names = Set.copyOf(rooms().map(Room::name).toList());
    assertEquals(
        List.of(),
        CLASSES.stream()
            .filter(type -> !names.contains(room(type)))
            .map(JavaClass::getName)
            .filter(name -> !name.endsWith("package-info"))
            .toList());
    assertTrue(CLASSES.size() > 100, "found no classes to check");
  }

  @Test
  void the_classes_that_rules_name_exist() {
    assertTrue(CLASSES.stream().filter(ArchitectureTest::isOurClients).count() > 1);
    assertTrue(CLASSES.contain("dev.firstday.aws.operations.AwsApi"));
    assertTrue(CLASSES.contain("dev.firstday.aws.SdkCaller"));
    assertTrue(CLASSES.contain("dev.firstday.cli.Main"));
  }

  /** Two packages of a room never need each other: one of them comes first. */
  @Test
  void inside_a_room_no_packages_form_a_circle() {
    Map<String, Set<String>> needs = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass other = dependency.getTargetClass().getBaseComponentType();
        if (!room(type).isEmpty()
            && room(type).equals(room(other))
            && !type.getPackageName().equals(other.getPackageName())) {
          needs
              .computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
              .add(other.getPackageName());
        }
      }
    }
    none(
        needs.keySet().stream()
            .filter(name -> reachable(name, needs).contains(name))
            .map(name -> name + " needs itself by way of " + needs.get(name)));
    assertTrue(needs.size() > 10, "found no packages to check");
  }

  private static Set<String> reachable(String from, Map<String, Set<String>> needs) {
    Set<String> seen = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(needs.getOrDefault(from, Set.of()));
    while (!next.isEmpty()) {
      String name = next.pop();
      if (seen.add(name)) {
        next.addAll(needs.getOrDefault(name, Set.of()));
      }
    }
    return seen;
  }

  @Test
  void in_every_package_null_is_marked() {
    Set<String> marked =
        CLASSES.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .filter(type -> type.isAnnotatedWith(JSPECIFY + "NullMarked"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    none(CLASSES.stream().map(JavaClass::getPackageName).filter(name -> !marked.contains(name)));
  }

  @Test
  void nobody_uses_java_awt() {
    none(dependencies((from, to) -> to.getBaseComponentType().getName().startsWith("java.awt.")));
  }

  @Test
  void nobody_uses_reflection() {
    none(dependencies((from, to) -> to.getPackageName().startsWith("java.lang.reflect")));
    none(
        calls(
            call ->
                call.getTargetOwner().getName().equals("java.lang.Class")
                    && Set.of(
                            "forName",
                            "newInstance",
                            "getMethod",
                            "getMethods",
                            "getField",
                            "getFields",
                            "getDeclaredMethod",
                            "getDeclaredMethods",
                            "getDeclaredField",
                            "getDeclaredFields",
                            "getConstructor",
                            "getDeclaredConstructor",
                            "getRecordComponents")
                        .contains(call.getName())));
  }

  @Test
  void programs_are_started_in_one_place() {
    // A credential_process gets the whole environment, as from the AWS CLI; all others get none of
    // its secrets.
    Set<String> starters = Set.of("ExternalProgram", "CredentialProcess");
    none(
        dependencies(
            (from, to) ->
                to.getName().equals("java.lang.ProcessBuilder")
                    && !starters.contains(from.getSimpleName())
                    && !Set.of("Browser", "Clipboard", "FullScreen")
                        .contains(from.getSimpleName())));
    none(
        CLASSES.stream()
            .flatMap(type -> type.getConstructorCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().getName().equals("java.lang.ProcessBuilder"))
            .filter(call -> !starters.contains(call.getOriginOwner().getSimpleName()))
            .map(JavaAccess::getDescription));
    none(calls(call -> is(call, "java.lang.Runtime", "exec")));
  }

  /** Account, SignIn and OtherAccount hold this machine's time against that of AWS's answers. */
  @Test
  void the_time_comes_from_a_clock_that_was_handed_in() {
    Set<String> clocks = Set.of("Main", "Account", "SignIn", "OtherAccount", "PracticeAccount");
    none(
        calls(
            call ->
                call.getTarget().getName().equals("now")
                    && call.getTargetOwner().getPackageName().equals("java.time")
                    && call.getTarget().getRawParameterTypes().isEmpty()));
    none(
        calls(
            call ->
                call.getTargetOwner().getName().equals("java.time.Clock")
                    && call.getName().startsWith("system")
                    && !clocks.contains(call.getOriginOwner().getSimpleName())));
  }

  @Test
  void only_Main_ends_the_process() {
    none(
        calls(
            call ->
                (is(call, "java.lang.System", "exit")
                        || is(call, "java.lang.Runtime", "exit")
                        || is(call, "java.lang.Runtime", "halt"))
                    && !call.getOriginOwner().getName().equals("dev.firstday.cli.Main")));
  }

  @Test
  void only_cli_and_the_front_ends_use_the_standard_streams() {
    Set<String> may = Set.of("cli", "tui", "line");
    none(
        CLASSES.stream()
            .filter(type -> !may.contains(room(type)))
            .flatMap(type -> type.getFieldAccessesFromSelf().stream())
            .filter(access -> access.getTargetOwner().getName().equals("java.lang.System"))
            .map(JavaAccess::getDescription));
    none(
        CLASSES.stream()
            .filter(type -> !may.contains(room(type)))
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(
                call ->
                    is(call, "java.lang.System", "setOut")
                        || is(call, "java.lang.System", "setErr")
                        || call.getName().equals("printStackTrace"))
            .map(JavaAccess::getDescription));
  }

  @Test
  void only_aws_and_the_practice_account_know_the_clients() {
    none(
        dependencies(
            (from, to) ->
                !Set.of("aws", "practice").contains(room(from)) && isClient(to)
                    || room(from).equals("steps") && isOurClients(to)));
  }

  @Test
  void only_aws_calls_through_the_clients() {
    none(
        calls(
            call ->
                !room(call.getOriginOwner()).equals("aws")
                    && (isClient(call.getTargetOwner())
                        || call.getTargetOwner()
                            .getName()
                            .equals("dev.firstday.aws.operations.AwsApi"))));
  }

  @Test
  void only_cli_puts_the_writing_caller_together() {
    none(
        dependencies(
            (from, to) ->
                to.getName().equals("dev.firstday.aws.SdkCaller")
                    && !Set.of("aws", "cli").contains(room(from))));
  }

  private static boolean isClient(JavaClass type) {
    return type.getName().matches("software\\.amazon\\.awssdk\\.services\\.[a-z0-9.]+Client");
  }

  private static boolean isOurClients(JavaClass type) {
    return type.getName()
        .matches("dev\\.firstday\\.aws\\.(operations\\.AwsApi|client\\.SdkClients)(\\$.*)?");
  }

  private static boolean is(JavaMethodCall call, String owner, String name) {
    return call.getTargetOwner().getName().equals(owner) && call.getName().equals(name);
  }

  private static Stream<String> dependencies(BiPredicate<JavaClass, JavaClass> wrong) {
    return CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(d -> wrong.test(d.getOriginClass(), d.getTargetClass()))
        .map(Dependency::getDescription);
  }

  private static Stream<String> calls(Predicate<JavaMethodCall> wrong) {
    return CLASSES.stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(wrong)
        .map(JavaMethodCall::getDescription);
  }

  private static void none(Stream<String> violations) {
    assertEquals("", String.join("\n", violations.distinct().sorted().toList()));
  }
}
