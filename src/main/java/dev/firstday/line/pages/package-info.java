/** The pages of line mode, one class each, and the texts that they say. */
@NullMarked
package dev.firstday.line.pages;

import org.jspecify.annotations.NullMarked;
