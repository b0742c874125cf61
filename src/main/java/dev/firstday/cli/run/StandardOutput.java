package dev.firstday.cli.run;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * Standard output, whose reader may leave: {@code | head -1} closes the pipe, which is no failure.
 * Whatever else keeps it from being written is.
 */
public final class StandardOutput extends FilterOutputStream {
  // Java tells the kind of a failure in the words of the system alone.
  private static final Pattern CLOSED = Pattern.compile("(?i)pipe|\u30d1\u30a4\u30d7");

  private boolean closed;

  public StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (closed) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      closed = CLOSED.matcher(String.valueOf(e.getMessage())).find();
      if (!closed) {
        throw e;
      }
    }
  }
}
