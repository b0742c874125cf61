/**
 * The screens on which a running apply or undo asks a person, and those that ask for a reason or a
 * stop.
 */
@NullMarked
package dev.firstday.tui.screens.prompt;

import org.jspecify.annotations.NullMarked;
