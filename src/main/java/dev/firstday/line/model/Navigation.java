package dev.firstday.line.model;

/** Where it goes after a choice. */
public sealed interface Navigation {
  /** The same questions again, without the page. */
  record Again() implements Navigation {}

  /** The same page from its beginning: something on it has changed. */
  record Afresh() implements Navigation {}

  /** A page on top. */
  record Open(Page page) implements Navigation {}

  /** Another page in place of this one. */
  record Become(Page page) implements Navigation {}

  /** One page back. */
  record Back() implements Navigation {}

  /** To the first page. */
  record Home() implements Navigation {}

  /** The end of the conversation. */
  record Quit() implements Navigation {}
}
