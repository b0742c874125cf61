package dev.firstday.line;

import java.util.List;

/** One page of the conversation: what is said on coming to it, and what can be done then. */
interface Page {
  /** Says it. */
  void tell(Desk desk);

  /** The question before what can be chosen. */
  default String question(Desk desk) {
    return desk.voice().text("line.what-next");
  }

  /** What can be chosen, the usual thing first. */
  List<Choice> choices(Desk desk);
}
