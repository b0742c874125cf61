/** What the pages of line mode share: the context, choices, and where to go next. */
@NullMarked
package dev.firstday.line.model;

import org.jspecify.annotations.NullMarked;
