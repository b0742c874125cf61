/** What the pages of line mode share: the context, choices, and where to go next. */
package dev.firstday.line.model;
