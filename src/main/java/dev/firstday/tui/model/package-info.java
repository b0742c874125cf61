/** The state of the full-screen wizard as data, and what a screen answers to a key. */
@NullMarked
package dev.firstday.tui.model;

import org.jspecify.annotations.NullMarked;
