/**
 * The full-screen wizard. A {@link dev.firstday.tui.model.ScreenState} says where one is, a {@link
 * dev.firstday.tui.model.Screen} shows it and answers keys, {@link
 * dev.firstday.tui.widgets.Command} names every command, and {@link dev.firstday.tui.App} runs it.
 */
@NullMarked
package dev.firstday.tui;

import org.jspecify.annotations.NullMarked;
