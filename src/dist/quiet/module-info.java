/**
 * Answers the JDK's question for a maker of loggers. Without it the JDK opens every jar of the
 * class path for one, before the first frame; what is in a module is found at once.
 */
module dev.firstday.quiet {
  provides System.LoggerFinder with
      dev.firstday.quiet.NoLoggers;
}
