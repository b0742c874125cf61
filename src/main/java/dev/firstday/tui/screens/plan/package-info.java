/** The screens of plans, applies, results, history and undo. */
package dev.firstday.tui.screens.plan;
