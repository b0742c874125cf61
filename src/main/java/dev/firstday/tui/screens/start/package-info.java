/** The screens of the first start: welcome, presets, answers, and help. */
@NullMarked
package dev.firstday.tui.screens.start;

import org.jspecify.annotations.NullMarked;
