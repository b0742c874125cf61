package dev.firstday.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.firstday.cli.Main;
import dev.firstday.moto.MotoServer;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a native image is told of, compared with what the program asks for. */
class NativeMetadataIT {
  private static final Path FOLDER =
      Path.of("src/main/resources/META-INF/native-image/dev.firstday/firstday");
  private static final String SDK = "software.amazon.awssdk.";

  /** What differs from one machine, or one run, to the next. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          "java.lang.System",
          "java.nio.file.Path",
          "java.io.File",
          "java.util.Locale",
          "java.time.Instant",
          "java.time.Clock",
          "java.time.ZoneId",
          "java.util.Random",
          "java.security.SecureRandom",
          "java.lang.Thread");

  /** A class of the models of a service. */
  private static final Pattern MODEL =
      Pattern.compile("(software/amazon/awssdk/services/[a-z0-9]+/model)/[^/]+[.]class");

  /** A class name as it stands in a class file. */
  private static final Pattern SDK_NAME =
      Pattern.compile("software\\.amazon\\.awssdk\\.[A-Za-z0-9_.$]+");

  /** Loaded by name, and fine without: the libraries do with what is there. */
  private static final Set<String> OPTIONAL =
      Set.of("com.fasterxml.jackson.databind.ext.Java7SupportImpl");

  /** Everything but the AWS SDK, which asks for UTF-8 alone and has its own test above. */
  private static final String[] LIBRARIES = {
    "dev.firstday",
    "com.google.zxing",
    "com.google.i18n",
    "org.jline",
    "com.googlecode",
    "com.fasterxml",
    "org.yaml",
    "picocli"
  };

  /** Leaves out the charsets that aren't there, and needs none of them for what is ASCII. */
  private static final Set<String> DOES_WITHOUT = Set.of("com.google.zxing.common.ECIEncoderSet");

  /** What an entry of reachability-metadata.json may have. */
  private static final Set<String> KEYS =
      Set.of("condition", "type", "methods", "fields", "glob", "module");

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "^java\\.awt\\.|^javax\\.swing\\.|^com\\.googlecode\\.lanterna\\.(gui2|bundle)\\."
              + "|\\.terminal\\.(swing\\.|DefaultTerminalFactory)");

  private final JsonNode metadata;
  @TempDir private Path home;
  private String said = "";

  NativeMetadataIT() throws IOException {
    metadata = json(FOLDER.resolve("reachability-metadata.json"));
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  // --- What is listed is there ---

  @Test
  void every_type_and_member_that_is_listed_exists() throws Exception {
    for (JsonNode entry : metadata.get("reflection")) {
      if (entry.get("type").isObject()) {
        for (JsonNode name : entry.at("/type/proxy")) {
          assertTrue(load(name.asText()).isInterface(), name.asText());
        }
      } else {
        membersExist(load(entry.get("type").asText()), entry);
      }
    }
  }

  private static void membersExist(Class<?> type, JsonNode entry) throws Exception {
    for (JsonNode method : entry.path("methods")) {
      List<Class<?>> parameters = new ArrayList<>();
      for (JsonNode parameter : method.get("parameterTypes")) {
        parameters.add(load(parameter.asText()));
      }
      Class<?>[] signature = parameters.toArray(Class<?>[]::new);
      String name = method.get("name").asText();
      if (name.equals("<init>")) {
        type.getDeclaredConstructor(signature);
      } else {
        Stream.of(type.getMethods())
            .filter(m -> m.getName().equals(name))
            .filter(m -> Arrays.equals(m.getParameterTypes(), signature))
            .findFirst()
            .orElseThrow(() -> new AssertionError(type + " has no " + method));
      }
    }
    for (JsonNode field : entry.path("fields")) {
      type.getField(field.get("name").asText());
    }
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, NativeMetadataIT.class.getClassLoader());
  }

  @Test
  void every_resource_pattern_matches_something() throws IOException {
    Set<String> resources = new TreeSet<>(ours());
    for (Path jar : jars()) {
      resources.addAll(names(jar));
    }
    resources.addAll(namesInJavaBase());
    for (JsonNode entry : metadata.get("resources")) {
      PathMatcher glob = glob(entry);
      assertTrue(resources.stream().anyMatch(name -> glob.matches(Path.of(name))), entry::toString);
    }
  }

  // --- What is needed is listed ---

  @Test
  void every_resource_of_ours_is_listed() throws IOException {
    assertEquals(List.of(), ours().stream().filter(name -> !listed(name)).toList());
  }

  private static Set<String> ours() throws IOException {
    Set<String> names = new TreeSet<>(Set.of("wizard-steps.yaml"));
    for (Path root : List.of(Path.of("src/main/resources"), Path.of("src/main/filtered"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(Files::isRegularFile)
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .filter(name -> !name.startsWith("META-INF/"))
            .forEach(names::add);
      }
    }
    return names;
  }

  @Test
  void the_tables_of_the_JDK_for_text_that_is_not_ascii_are_listed() throws IOException {
    List<String> tables =
        namesInJavaBase().stream().filter(name -> name.matches(".*/nfk?c\\.nrm")).toList();
    assertEquals(2, tables.size(), "java.text.Normalizer reads other files now: " + tables);
    assertEquals(List.of(), tables.stream().filter(name -> !listed(name)).toList());
  }

  private static List<String> namesInJavaBase() throws IOException {
    ModuleReference base = ModuleFinder.ofSystem().find("java.base").orElseThrow();
    try (ModuleReader reader = base.open();
        Stream<String> names = reader.list()) {
      return names.toList();
    }
  }

  @Test
  void every_class_that_the_sdk_names_in_a_string_is_listed() throws IOException {
    Set<String> classes = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    for (Path jar : sdkJars()) {
      try (JarFile file = new JarFile(jar.toFile())) {
        for (JarEntry entry : file.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
          classes.add(entry.getName().replace(".class", "").replace('/', '.'));
          if (!entry.getName().contains("/services/")) {
            byte[] code = file.getInputStream(entry).readAllBytes();
            Matcher name = SDK_NAME.matcher(new String(code, StandardCharsets.ISO_8859_1));
            name.results().forEach(result -> named.add(result.group()));
          }
        }
      }
    }
    named.retainAll(classes);
    assertTrue(
        named.contains(SDK + "services.sso.auth.SsoProfileCredentialsProviderFactory"),
        "found no names to check: " + named);
    named.removeAll(types());
    assertEquals(Set.of(), named);
  }

  @Test
  void the_sdk_has_no_interceptor_lists_that_would_have_to_be_in_the_image() throws IOException {
    for (Path jar : sdkJars()) {
      for (String name : names(jar)) {
        assertFalse(name.endsWith("execution.interceptors") && !listed(name), jar + ": " + name);
      }
    }
  }

  @Test
  void jackson_binds_maps_and_lists_and_no_class_of_ours() {
    JavaClasses classes = classes("dev.firstday", "com.fasterxml.jackson.core.type");
    for (JavaClass type : classes.that(in("dev.firstday."))) {
      if (type.isAssignableTo(TypeReference.class)) {
        assertTrue(types().contains(type.getName()), type.getName());
      }
      assertFalse(
          type.getDirectDependenciesFromSelf().stream()
              .anyMatch(d -> d.getTargetClass().getName().startsWith("com.fasterxml.jackson.ann")),
          type.getName());
    }
    classes.that(in("dev.firstday.")).stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(call -> Set.of("readValue", "convertValue", "treeToValue").contains(call.getName()))
        .forEach(
            call ->
                assertTrue(
                    call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(TypeReference.class)),
                    call.getDescription()));
  }

  @Test
  void who_asks_for_a_charset_by_name_when_initialized_is_initialized_in_the_build()
      throws IOException {
    Set<String> asking = new TreeSet<>();
    classes(LIBRARIES).stream()
        .flatMap(type -> type.getStaticInitializer().stream())
        .flatMap(initializer -> initializer.getMethodCallsFromSelf().stream())
        .filter(call -> call.getTargetOwner().isEquivalentTo(Charset.class))
        .filter(call -> call.getName().equals("forName"))
        .forEach(call -> asking.add(call.getOriginOwner().getName()));
    asking.removeAll(DOES_WITHOUT);

    assertEquals(Set.of("com.google.zxing.common.StringUtils"), asking);
    assertTrue(initializedInTheBuild().containsAll(asking));
  }

  @Test
  void what_the_jdk_is_told_when_the_program_starts_it_is_told_in_the_build() {
    for (Map.Entry<String, String> property : Main.PROPERTIES.entrySet()) {
      assertEquals(
          List.of(property.getValue()), option("-D" + property.getKey()), property::getKey);
    }
  }

  @Test
  void the_models_of_every_service_are_initialized_in_the_build() throws IOException {
    Set<String> models = new TreeSet<>();
    for (Path jar : sdkJars()) {
      try (JarFile file = new JarFile(jar.toFile())) {
        file.stream()
            .map(entry -> MODEL.matcher(entry.getName()))
            .filter(Matcher::matches)
            .forEach(entry -> models.add(entry.group(1).replace('/', '.')));
      }
    }
    assertEquals(
        models,
        initializedInTheBuild().stream()
            .filter(name -> name.endsWith(".model"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void what_is_initialized_in_the_build_asks_nothing_of_the_machine() {
    Set<String> built = initializedInTheBuild();
    List<String> asking =
        classes("dev.firstday.catalog", SDK + "core", SDK + "awscore", SDK + "regions").stream()
            .filter(type -> built.stream().anyMatch(name -> isIn(type, name)))
            .filter(type -> !option("--initialize-at-run-time").contains(type.getName()))
            .flatMap(type -> type.getStaticInitializer().stream())
            .flatMap(initializer -> initializer.getMethodCallsFromSelf().stream())
            .filter(call -> OF_THE_MACHINE.contains(call.getTargetOwner().getName()))
            .map(call -> call.getOriginOwner().getName())
            .toList();
    assertEquals(List.of(), asking);
  }

  private static boolean isIn(JavaClass type, String name) {
    return type.getName().equals(name)
        || type.getName().startsWith(name + "$")
        || type.getName().startsWith(name + ".");
  }

  private static Set<String> initializedInTheBuild() {
    return option("--initialize-at-build-time").stream()
        .flatMap(list -> Stream.of(list.split(",")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> option(String name) {
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(FOLDER.resolve("native-image.properties"))) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stream.of(properties.getProperty("Args").split(" "))
        .filter(word -> word.equals(name) || word.startsWith(name + "="))
        .map(word -> word.substring(Math.min(word.length(), name.length() + 1)))
        .toList();
  }

  // --- What native-image warns of ---

  @Test
  void no_entry_has_a_key_that_native_image_does_not_know() {
    for (String list : List.of("resources", "reflection")) {
      for (JsonNode entry : metadata.get(list)) {
        entry
            .fieldNames()
            .forEachRemaining(key -> assertTrue(KEYS.contains(key), () -> key + " in " + entry));
      }
    }
  }

  @Test
  void no_option_is_deprecated() throws IOException {
    // It is the default of every executable.
    assertEquals(List.of(), option("--install-exit-handlers"));
    String build = Files.readString(Path.of("pom.xml"));
    assertTrue(build.contains("-Adisable.proxy.config"), "picocli writes a proxy-config.json");
  }

  // --- What must not be in the image ---

  @Test
  void no_window_toolkit_can_be_reached_from_what_we_use_of_lanterna() {
    JavaClasses all = classes("dev.firstday", "com.googlecode.lanterna");
    Deque<JavaClass> open = new ArrayDeque<>(all.that(in("dev.firstday.")).stream().toList());
    Set<JavaClass> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      JavaClass type = open.remove();
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        String name = target.getName();
        // TextColor.toColor is for windows; nothing calls it.
        boolean colour = name.equals("java.awt.Color") && type.getName().contains("TextColor");
        assertFalse(!colour && FORBIDDEN.matcher(name).find(), dependency::getDescription);
        if (name.startsWith("com.googlecode.lanterna.") && seen.add(target)) {
          open.add(target);
        }
      }
    }
    assertTrue(seen.stream().anyMatch(in("com.googlecode.lanterna.")), "reached nothing");
  }

  private static DescribedPredicate<JavaClass> in(String start) {
    return DescribedPredicate.describe("in " + start, type -> type.getName().startsWith(start));
  }

  private static JavaClasses classes(String... packages) {
    // Their names are enough; reading the whole SDK for more takes seconds.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(packages);
  }

  // --- Runs under observation ---

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan --practice=half-done --output aws-cli --lang ja",
        "--practice --smoke-render",
        "doctor --practice"
      })
  void a_run_asks_for_nothing_that_is_not_listed(String command) throws Exception {
    List<String> trace = trace(List.of(), command.split(" "));

    assertTrue(trace.contains("resource wizard-steps.yaml"), "saw nothing: " + trace);
    assertEquals(List.of(), unlisted(trace));
  }

  @Test
  void a_run_against_an_emulated_AWS_asks_for_nothing_that_is_not_listed() throws Exception {
    String endpoint = MotoServer.fresh().toString();
    Path config =
        Files.writeString(
            home.resolve("config"),
            """
            [profile assumed]
            role_arn = arn:aws:iam::123456789012:role/somebody
            source_profile = keys
            region = ap-northeast-1
            [profile keys]
            aws_access_key_id = x
            aws_secret_access_key = x
            """);

    List<String> trace =
        trace(
            List.of("AWS_CONFIG_FILE=" + config, "AWS_ENDPOINT_URL=" + endpoint),
            "check",
            "--profile",
            "assumed",
            "--step",
            "password-policy");

    assertTrue(said.contains("role somebody"), "did not assume the role: " + said);
    assertEquals(List.of(), unlisted(trace));
  }

  private List<String> unlisted(List<String> trace) throws IOException {
    Set<String> types = types();
    types.addAll(generatedForPicocli());
    types.addAll(OPTIONAL);
    return trace.stream()
        .filter(
            line -> {
              String name = line.substring(line.indexOf(' ') + 1);
              return line.startsWith("class ")
                  // picocli's own defaults: the names stand in annotations, which the image has.
                  ? !types.contains(name)
                      && !name.startsWith("picocli.CommandLine$No")
                      && !isNull(name)
                  : !listed(name) && !known(name);
            })
        .toList();
  }

  private static boolean isNull(String name) {
    return name.startsWith("picocli.CommandLine$Null");
  }

  /** What native-image finds by itself, and what JLine's own files list. */
  private static boolean known(String name) {
    return name.startsWith("META-INF/services/")
        || name.startsWith("org/jline/")
        || name.startsWith("META-INF/jline/")
        || name.startsWith("org/slf4j/impl/");
  }

  /** What the annotation processor has written; it is part of Maven's build only. */
  private static Set<String> generatedForPicocli() throws IOException {
    Path file =
        Path.of(System.getProperty("firstday.target", "target"))
            .resolve("classes/META-INF/native-image/picocli-generated/reflect-config.json");
    Set<String> names = new TreeSet<>();
    for (JsonNode entry : json(file)) {
      names.add(entry.get("name").asText());
    }
    // The entry point is no secret.
    names.add("dev.firstday.cli.Main");
    return names;
  }

  private List<String> trace(List<String> variables, String... arguments) throws Exception {
    Path trace = home.resolve("trace");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.system.class.loader=" + TracingLoader.class.getName(),
                "-Dfirstday.trace=" + trace,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.firstday.cli.Main",
                "--state-dir",
                home.resolve("state").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    Process process = builder.start();
    process.getOutputStream().close();
    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor() <= 1 || process.exitValue() == 5, said);
    return Files.readAllLines(trace).stream().distinct().sorted().toList();
  }

  // --- Lists ---

  private boolean listed(String resource) {
    for (JsonNode entry : metadata.get("resources")) {
      if (glob(entry).matches(Path.of(resource))) {
        return true;
      }
    }
    return false;
  }

  private static PathMatcher glob(JsonNode entry) {
    return FileSystems.getDefault().getPathMatcher("glob:" + entry.get("glob").asText());
  }

  private Set<String> types() {
    Set<String> names = new TreeSet<>();
    metadata.get("reflection").forEach(entry -> names.add(entry.get("type").asText()));
    return names;
  }

  private static List<Path> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(file -> file.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }

  private static List<Path> sdkJars() {
    List<Path> jars =
        jars().stream()
            .filter(jar -> jar.toString().contains("awssdk") && Files.exists(jar))
            .collect(Collectors.toList());
    assertTrue(jars.size() > 20, "found no SDK: " + jars);
    return jars;
  }

  private static List<String> names(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> !name.endsWith("/") && !name.endsWith(".class"))
          .toList();
    }
  }
}
