/** The list of steps and the page of one step. */
@NullMarked
package dev.firstday.tui.screens.step;

import org.jspecify.annotations.NullMarked;
