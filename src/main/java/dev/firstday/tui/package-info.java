/**
 * The full-screen wizard. A {@link dev.firstday.tui.ScreenState} says where one is, a {@link
 * dev.firstday.tui.Screen} shows it and answers keys, {@link dev.firstday.tui.Command} names
 * everything that can be asked for, and {@link dev.firstday.tui.App} has it done.
 */
package dev.firstday.tui;
