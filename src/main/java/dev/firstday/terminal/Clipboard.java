package dev.firstday.terminal;

import dev.firstday.text.Printable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Copies text, and returns how certain the copy is. It never reads the clipboard. */
public final class Clipboard {
  /** What is known about the copy. */
  public enum CopyResult {
    /** A tool of this machine took it. */
    COPIED,
    /** The terminal was asked; many ignore that without an error. */
    SENT,
    /** There is no way. */
    NONE
  }

  /** What terminals commonly accept in one sequence. */
  private static final int TERMINAL_LIMIT = 74_994;

  private final Host host;
  private final Consumer<String> terminal;

  /** A clipboard whose last resort is the terminal: {@code fullScreen::send}. */
  public Clipboard(Map<String, String> environment, Consumer<String> terminal) {
    this(Host.of(environment), terminal);
  }

  Clipboard(Host host, Consumer<String> terminal) {
    this.host = host;
    this.terminal = terminal;
  }

  /** Copies a text, made printable: it may be pasted into a terminal. Takes up to 2 seconds. */
  public CopyResult copy(String wanted) {
    String text = Printable.text(wanted);
    if (!host.remote()) {
      for (List<String> tool : tools()) {
        if (feed(tool, text)) {
          return CopyResult.COPIED;
        }
      }
    }
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    boolean deaf = List.of("", "dumb", "linux", "vt100").contains(host.value("TERM"));
    if (deaf && !host.windows() || encoded.length() > TERMINAL_LIMIT) {
      return CopyResult.NONE;
    }
    terminal.accept("\033]52;c;" + encoded + "\007");
    return CopyResult.SENT;
  }

  private List<List<String>> tools() {
    List<List<String>> tools = new ArrayList<>();
    if (host.mac()) {
      tools.add(List.of("pbcopy"));
    }
    if (host.has("WAYLAND_DISPLAY")) {
      tools.add(List.of("wl-copy"));
    }
    if (host.has("DISPLAY")) {
      tools.add(List.of("xclip", "-selection", "clipboard"));
    }
    if (host.wsl() || host.windows()) {
      tools.add(List.of("clip.exe"));
    }
    return tools;
  }

  private boolean feed(List<String> tool, String text) {
    Optional<Process> fed =
        host.installed(tool)
            .flatMap(
                command ->
                    ExternalProgram.run(
                        ExternalProgram.builder(command, host.environment()),
                        bytes(tool, text),
                        Duration.ofSeconds(2)));
    if (fed.filter(Process::isAlive).isPresent()) {
      fed.get().destroy();
      return false;
    }
    return fed.filter(process -> process.exitValue() == 0).isPresent();
  }

  private static byte[] bytes(List<String> tool, String text) {
    // clip.exe takes bytes for the old code page unless a byte order mark says otherwise.
    boolean windows = tool.get(0).equals("clip.exe");
    return windows
        ? ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)
        : text.getBytes(StandardCharsets.UTF_8);
  }
}
