/**
 * What a page says, as data: made from the session once, laid out in cells by {@code tui} and said
 * by {@code line}.
 */
@NullMarked
package dev.firstday.view;

import org.jspecify.annotations.NullMarked;
