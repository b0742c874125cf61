/**
 * What screens are drawn with: lines, tables, fields, the key bar, colours by role, the QR code.
 */
@NullMarked
package dev.firstday.tui.widgets;

import org.jspecify.annotations.NullMarked;
