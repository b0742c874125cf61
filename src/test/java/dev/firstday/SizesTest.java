package dev.firstday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How large folders, classes and methods may get, and that a name means one thing. */
class SizesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/firstday");
  private static final int FOLDER = 25;
  private static final int CLASS = 250;
  private static final int METHOD = 25;

  /** Larger classes that are there for a reason; fewer than ten, and none is added. */
  private static final Map<String, String> LARGE =
      Map.ofEntries(
          Map.entry("Reads", "a table: one line an operation"),
          Map.entry("Writes", "a table: the one page of all that can be written"),
          Map.entry("InverseTable", "a table: one entry a write"),
          Map.entry("Account", "the one door for what steps read"),
          Map.entry("Inverses", "what may take back each write, on one page"),
          Map.entry("FullScreen", "the terminal and its lock, which no two classes share"),
          Map.entry("KeyDecoder", "one state machine"));

  /** Names that are read with the class around them, as {@code Problem.Kind}. */
  private static final List<String> READ_WITH_THEIR_OWNER = List.of("Kind", "Builder", "Provider");

  private static final List<Source> ALL = new ArrayList<>();

  /**
   * A source file.
   *
   * @param methods the lines of each method's body, by its name
   */
  private record Source(Path file, long lines, List<String> types, Map<String, Long> methods) {
    String name() {
      return file.getFileName().toString().replace(".java", "");
    }
  }

  @BeforeAll
  static void read() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(SOURCES)) {
      List<Path> paths = sources.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        ALL.add(source(unit, positions));
      }
    }
  }

  private static Source source(CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    List<String> types = new ArrayList<>();
    Map<String, Long> methods = new TreeMap<>();
    LineMap lines = unit.getLineMap();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        if (!type.getSimpleName().isEmpty()) {
          types.add(type.getSimpleName().toString());
        }
        return super.visitClass(type, nothing);
      }

      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getBody() != null) {
          long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
          long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
          methods.merge(method.getName().toString(), last - first - 1, Math::max);
        }
        return super.visitMethod(method, nothing);
      }
    }.scan(unit, null);
    Path file = Path.of(unit.getSourceFile().getName());
    return new Source(file, Files.readAllLines(file).size(), types, methods);
  }

  @Test
  void a_folder_has_at_most_25_files() {
    Map<Path, Long> folders =
        ALL.stream()
            .collect(Collectors.groupingBy(one -> one.file().getParent(), Collectors.counting()));
    none(
        folders.entrySet().stream()
            .filter(folder -> folder.getValue() > FOLDER)
            .map(folder -> folder.getKey() + " has " + folder.getValue() + " files"));
    assertTrue(folders.size() > 20, "found no folders to check");
  }

  @Test
  void a_class_has_at_most_250_lines() {
    none(
        ALL.stream()
            .filter(one -> one.lines() > CLASS && !LARGE.containsKey(one.name()))
            .map(one -> one.file() + " has " + one.lines() + " lines"));
  }

  @Test
  void an_exception_is_still_one() {
    assertTrue(LARGE.size() < 10);
    assertEquals(
        new TreeSet<>(LARGE.keySet()),
        ALL.stream()
            .filter(one -> one.lines() > CLASS)
            .map(Source::name)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void a_method_has_at_most_25_lines() {
    none(
        ALL.stream()
            .flatMap(
                one ->
                    one.methods().entrySet().stream()
                        .filter(method -> method.getValue() > METHOD)
                        .map(
                            method ->
                                one.name() + "." + method.getKey() + " has " + method.getValue())));
  }

  @Test
  void a_name_means_one_thing() {
    Map<String, Long> names =
        ALL.stream()
            .map(Source::types)
            .flatMap(Collection::stream)
            .filter(name -> !READ_WITH_THEIR_OWNER.contains(name))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    none(
        names.entrySet().stream()
            .filter(name -> name.getValue() > 1)
            .map(name -> name.getKey() + " is declared " + name.getValue() + " times"));
  }

  private static void none(Stream<String> violations) {
    assertEquals("", String.join("\n", violations.sorted().toList()));
  }
}
