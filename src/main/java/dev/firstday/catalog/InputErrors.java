package dev.firstday.catalog;

import dev.firstday.text.Lines;
import dev.firstday.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is wrong with a file that a person wrote: every error, not only the first. */
public final class InputErrors extends Exception {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> errors;

  /**
   * @param errors each as {@code file:line: what is wrong, what was expected}
   */
  public InputErrors(List<String> errors) {
    super(Lines.of(errors).text());
    this.errors = new ArrayList<>(errors.stream().map(Printable::line).toList());
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  public List<String> errors() {
    return List.copyOf(errors);
  }
}
