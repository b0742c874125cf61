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
        public List<Entry> load() {
          return List.of();
        }

        @Override
        public void append(Entry entry) {}
      };

  /** Every write, oldest first. */
  List<Entry> load();

  /** Keeps one more. */
  void append(Entry entry);

  /**
   * One write, or what a person did in the console.
   *
   * @param service the AWS CLI's name of the service, or {@code console}
   * @param operation the API's name of the operation
   * @param region the Region the call went to
   * @param request the request, by the API's member names
   */
  record Entry(String service, String operation, String region, Map<String, Object> request) {}
}
