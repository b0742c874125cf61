/** The list of steps and the page of one step. */
package dev.firstday.tui.screens.step;
