/**
 * Text on its way out. What AWS, a file or a person supplied is data: it never moves a cursor,
 * hides other text or begins a line, wherever it is shown.
 */
@NullMarked
package dev.firstday.text;

import org.jspecify.annotations.NullMarked;
