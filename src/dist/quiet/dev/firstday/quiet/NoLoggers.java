package dev.firstday.quiet;

import java.util.ResourceBundle;

/** What the JDK has to say of its own work goes nowhere: the terminal is the program's. */
public final class NoLoggers extends System.LoggerFinder {
  @Override
  public System.Logger getLogger(String name, Module module) {
    return new NoLogger(name);
  }

  private record NoLogger(String name) implements System.Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return false;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {}

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... values) {}
  }
}
