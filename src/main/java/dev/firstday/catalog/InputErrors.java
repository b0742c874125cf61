package dev.firstday.catalog;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file that a person wrote: every error, not only the first. */
public final class InputErrors extends Exception {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> errors;

  /**
   * @param errors each as {@code file:line: what is wrong, what was expected}
   */
  public InputErrors(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = new ArrayList<>(errors);
  }

  public List<String> errors() {
    return List.copyOf(errors);
  }
}
