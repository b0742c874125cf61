package dev.firstday.practice.model;

import java.util.List;
import java.util.Map;

/**
 * What was written to a practice account, kept so that it outlives the process: at the start the
 * account makes the same writes again.
 */
public interface WriteLog {
  /** Forgets everything. */
  WriteLog NONE =
      new WriteLog() {
        @Override
        public List<LoggedWrite> load() {
          return List.of();
        }

        @Override
        public void append(LoggedWrite entry) {}
      };

  /** Every write, oldest first. */
  List<LoggedWrite> load();

  /** Keeps one more. */
  void append(LoggedWrite entry);

  /**
   * One write, or what a person did in the console.
   *
   * @param service the AWS CLI's name of the service, or {@code console}
   * @param operation the API's name of the operation
   * @param region the Region the call went to
   * @param request the request, by the API's member names
   */
  record LoggedWrite(
      String service, String operation, String region, Map<String, Object> request) {}
}
