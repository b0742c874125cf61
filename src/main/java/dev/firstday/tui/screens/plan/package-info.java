/** The screens of plans, applies, results, history and undo. */
@NullMarked
package dev.firstday.tui.screens.plan;

import org.jspecify.annotations.NullMarked;
