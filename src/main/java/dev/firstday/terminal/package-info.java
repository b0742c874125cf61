/**
 * The terminal: keys in, frames out, and the few things around it (links, clipboard, widths).
 *
 * <p>JLine owns the terminal, Lanterna holds the cells, {@link dev.firstday.terminal.FullScreen}
 * joins them. Nothing here knows the wizard.
 */
@NullMarked
package dev.firstday.terminal;

import org.jspecify.annotations.NullMarked;
