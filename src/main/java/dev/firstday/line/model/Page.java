package dev.firstday.line.model;

import java.util.List;

/** One page of the conversation: what is said on coming to it, and what can be done then. */
public interface Page {
  /** Says it. */
  void tell(LineContext context);

  /** The question before what can be chosen. */
  default String question(LineContext context) {
    return context.writer().text("line.what-next");
  }

  /** What can be chosen, the usual thing first. */
  List<Choice> choices(LineContext context);
}
