package dev.firstday.line.io;

import dev.firstday.terminal.AlternateScreen;
import dev.firstday.terminal.Charmap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;

/**
 * A terminal with JLine's editing. Only what may be wanted again is in the history; there is no
 * completion, since every question names what it takes.
 */
public final class ReaderLineIo implements LineIo {
  private final LineReader reader;
  private final Charmap charmap;
  private final AlternateScreen alternate;
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private boolean pasted;

  /**
   * @param charmap what the terminal can show
   * @param alternate the terminal's alternate screen
   */
  public ReaderLineIo(LineReader reader, Charmap charmap, AlternateScreen alternate) {
    this.reader = reader;
    this.charmap = charmap;
    this.alternate = alternate;
    reader.setVariable(LineReader.DISABLE_COMPLETION, true);
    Widget paste = reader.getWidgets().get(LineReader.BEGIN_PASTE);
    if (paste != null) {
      reader
          .getWidgets()
          .put(
              LineReader.BEGIN_PASTE,
              () -> {
                pasted = true;
                return paste.apply();
              });
    }
  }

  @Override
  public void say(String line) {
    reader.printAbove(charmap.line(line));
  }

  @Override
  public Optional<TypedLine> ask(String prompt, boolean kept) {
    if (interrupted.get()) {
      return Optional.empty();
    }
    pasted = false;
    reader.setVariable(LineReader.DISABLE_HISTORY, !kept);
    try {
      return Optional.of(new TypedLine(reader.readLine(prompt + " "), pasted));
    } catch (UserInterruptException | EndOfFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<AlternateScreen> alternateScreen() {
    return Optional.of(alternate);
  }

  /** Ctrl+C while nothing is asked. */
  public void interrupt() {
    interrupted.set(true);
  }

  @Override
  public boolean interrupted() {
    return interrupted.get();
  }

  @Override
  public void goOn() {
    interrupted.set(false);
  }

  @Override
  public boolean readAlong() {
    return true;
  }
}
