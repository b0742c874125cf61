package dev.firstday.line.model;

/** Where it goes after a choice. */
public sealed interface Navigation {
  /** The same questions again, without the page. */
  record Again() implements Navigation {}

  /** The same page from its beginning: something on it has changed. */
  record Afresh() implements Navigation {}

  /** A page on top. */
  record NextPage(Page page) implements Navigation {}

  /** Another page in place of this one. */
  record ReplacePage(Page page) implements Navigation {}

  /** One page back. */
  record PageBack() implements Navigation {}

  /** To the first page. */
  record FirstPage() implements Navigation {}

  /** The end of the conversation. */
  record EndTalk() implements Navigation {}
}
