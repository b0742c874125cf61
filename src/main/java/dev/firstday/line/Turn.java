package dev.firstday.line;

/** Where it goes after a choice. */
sealed interface Turn {
  /** The same questions again, without the page. */
  record Again() implements Turn {}

  /** The same page from its beginning: something on it has changed. */
  record Afresh() implements Turn {}

  /** A page on top. */
  record Open(Page page) implements Turn {}

  /** Another page in place of this one. */
  record Become(Page page) implements Turn {}

  /** One page back. */
  record Back() implements Turn {}

  /** To the first page. */
  record Home() implements Turn {}

  /** The end of the conversation. */
  record Quit() implements Turn {}
}
