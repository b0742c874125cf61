/**
 * The screens on which a running apply or undo asks a person, and those that ask for a reason or a
 * stop.
 */
package dev.firstday.tui.screens.prompt;
