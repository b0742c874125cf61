package dev.firstday.engine.plan;

import java.util.List;
import java.util.Map;

/** What a look at a step says is missing: what a plan is made of. */
public interface MissingChanges {
  /** The changes that are missing and can be made now. */
  List<Change> ready();

  /** All changes that are missing. */
  List<Change> changes();

  /** The ids of changes of other steps that changes need, by the ids of these. */
  Map<String, String> needs();

  /** Whether something could not be seen on which more changes may hang. */
  boolean partlyUnseen();
}
