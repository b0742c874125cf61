package dev.firstday.terminal;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens a link in the person's browser, only when asked. Never a text browser, which would take the
 * terminal over; never where the browser would open on another machine than the person's.
 */
public final class Browser {
  /** What is known about the attempt. */
  public enum OpenResult {
    /** The opener succeeded. */
    OPENED,
    /** No opener, or it failed or did not end within 5 seconds: show the link. */
    FAILED
  }

  private static final Set<String> TEXT_BROWSERS =
      Set.of("lynx", "w3m", "links", "links2", "elinks", "www-browser", "browsh", "carbonyl");

  private final Host host;
  private final Duration patience;

  /** A browser for this machine, as its environment describes it. */
  public Browser(Map<String, String> environment) {
    this(Host.of(environment), Duration.ofSeconds(5));
  }

  Browser(Host host, Duration patience) {
    this.host = host;
    this.patience = patience;
  }

  /** Whether opening a link makes sense here; if not, it should not be offered. */
  public boolean available() {
    boolean seen = host.windows() || host.mac() || host.wsl() || host.display();
    return seen
        && !host.has("FIRSTDAY_NO_BROWSER")
        && !host.remote()
        && !commands("https://example.com/").isEmpty();
  }

  /** Opens a web page; takes up to 5 seconds. */
  public OpenResult open(URI page) {
    boolean web = "https".equals(page.getScheme()) || "http".equals(page.getScheme());
    if (web && available()) {
      for (List<String> command : commands(page.toASCIIString())) {
        if (run(command)) {
          return OpenResult.OPENED;
        }
      }
    }
    return OpenResult.FAILED;
  }

  /** The openers that are installed here, in the order in which to try them. */
  private List<List<String>> commands(String link) {
    List<List<String>> candidates = new ArrayList<>();
    for (String browser : host.value("BROWSER").split(File.pathSeparator, -1)) {
      candidates.add(withLink(browser.strip(), link));
    }
    if (host.wsl()) {
      candidates.add(List.of("wslview", link));
      candidates.add(List.of("explorer.exe", link));
    }
    if (host.mac()) {
      candidates.add(List.of("open", link));
    }
    if (host.windows()) {
      candidates.add(List.of("rundll32", "url.dll,FileProtocolHandler", link));
    }
    if (host.display()) {
      candidates.add(List.of("xdg-open", link));
    }
    return candidates.stream()
        .filter(candidate -> !textBrowser(candidate.getFirst()))
        .flatMap(candidate -> host.installed(candidate).stream())
        .toList();
  }

  private static boolean textBrowser(String program) {
    return TEXT_BROWSERS.contains(String.valueOf(Path.of(program).getFileName()));
  }

  private static List<String> withLink(String browser, String link) {
    List<String> words = new ArrayList<>(List.of(browser.split("\\s+")));
    if (browser.contains("%s")) {
      words.replaceAll(word -> word.replace("%s", link));
    } else {
      words.add(link);
    }
    return words;
  }

  /** Runs an opener in a session of its own, where it has no terminal to take over. */
  private boolean run(List<String> command) {
    List<String> detached = new ArrayList<>(command);
    host.find("setsid").ifPresent(setsid -> detached.add(0, setsid));
    // Windows' explorer ends with 1 even on success.
    boolean alwaysFails = command.getFirst().endsWith("explorer.exe");
    return ExternalProgram.run(
            ExternalProgram.builder(detached, host.environment()), new byte[0], patience)
        .filter(opener -> !opener.isAlive() && (opener.exitValue() == 0 || alwaysFails))
        .isPresent();
  }
}
