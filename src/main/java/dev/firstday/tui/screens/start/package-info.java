/** The screens of the first start: welcome, presets, answers, and help. */
package dev.firstday.tui.screens.start;
