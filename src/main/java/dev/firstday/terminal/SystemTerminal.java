package dev.firstday.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.nativ.CLibrary;
import org.jline.nativ.CLibrary.Termios;
import org.jline.terminal.Attributes;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;

/**
 * JLine's terminal, restored completely. JLine restores only the settings that it has names for,
 * and so leaves the line speed at 0; this class restores every bit. JLine leaves Ctrl+C to the
 * system, which ends the process at once; this class leaves it to the JVM, which runs its shutdown
 * hooks.
 */
final class SystemTerminal extends PosixSysTerminal {
  private static final int STDIN = 0;

  private final Termios found = new Termios();
  private final String foundAttributes;
  private final Object interrupt;

  SystemTerminal(String type, Charset charset) throws IOException {
    super(
        "firstday",
        known(type),
        new JniTerminalProvider().current(SystemStream.Output),
        charset,
        false,
        SignalHandler.SIG_DFL);
    CLibrary.tcgetattr(STDIN, found);
    foundAttributes = getAttributes().toString();
    interrupt = Signals.register(Signal.INT.name(), () -> {});
    Signals.unregister(Signal.INT.name(), interrupt);
  }

  /**
   * JLine's own description of a terminal type is as good as that of infocmp, for which a process
   * would have to be started. A type that JLine does not know is treated as xterm; one that differs
   * could not show the full screen anyway.
   */
  private static String known(String type) {
    String carried = InfoCmp.getDefaultInfoCmp(type);
    InfoCmp.setLoadedInfoCmp(
        type, carried == null ? InfoCmp.getDefaultInfoCmp("xterm-256color") : carried);
    return type;
  }

  @Override
  public SignalHandler handle(Signal signal, SignalHandler handler) {
    SignalHandler previous = super.handle(signal, handler);
    if (signal == Signal.INT && SignalHandler.SIG_DFL.equals(handler)) {
      Signals.unregister(Signal.INT.name(), interrupt);
    }
    return previous;
  }

  @Override
  public void setAttributes(Attributes wanted) {
    try {
      super.setAttributes(wanted);
    } finally {
      // Also if JLine's shutdown hook has closed it already: the reading thread may have
      // changed the settings since.
      if (wanted.toString().equals(foundAttributes)) {
        restore();
      }
    }
  }

  @Override
  protected void doClose() throws IOException {
    try {
      super.doClose();
    } finally {
      restore();
    }
  }

  private void restore() {
    CLibrary.tcsetattr(STDIN, CLibrary.TCSANOW, found);
  }
}
