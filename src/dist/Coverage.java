import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints what share of the code the tests have run, from JaCoCo's report as CSV. */
final class Coverage {
  private Coverage() {}

  public static void main(String[] arguments) throws IOException {
    Path report = Path.of(arguments[0]);
    if (Files.notExists(report)) {
      System.out.println("Coverage: no test was run");
      return;
    }
    List<String> lines = Files.readAllLines(report);
    List<String> header = List.of(lines.getFirst().split(","));
    System.out.printf(
        "Coverage: %s of lines, %s of branches%n",
        share(lines, header, "LINE"), share(lines, header, "BRANCH"));
  }

  private static String share(List<String> lines, List<String> header, String what) {
    long covered = sum(lines, header.indexOf(what + "_COVERED"));
    long missed = sum(lines, header.indexOf(what + "_MISSED"));
    return "%.1f %%".formatted(100.0 * covered / Math.max(1, covered + missed));
  }

  private static long sum(List<String> lines, int column) {
    return lines.stream().skip(1).mapToLong(line -> Long.parseLong(line.split(",")[column])).sum();
  }
}
