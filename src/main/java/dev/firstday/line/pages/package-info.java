/** The pages of line mode, one class each, and the texts that they say. */
package dev.firstday.line.pages;
