/**
 * What screens are drawn with: lines, tables, fields, the key bar, colours by role, the QR code.
 */
package dev.firstday.tui.widgets;
