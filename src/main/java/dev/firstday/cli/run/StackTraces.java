package dev.firstday.cli.run;

import dev.firstday.text.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Stack traces as text for the fault log. */
public final class StackTraces {
  private StackTraces() {}

  /** The stack trace of a fault, as text. */
  public static String printable(Throwable fault) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    // Its messages quote what was read; people look at the file with cat.
    return Printable.text(trace.toString().replace("\t", "    "));
  }
}
