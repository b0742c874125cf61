/** The state of the full-screen wizard as data, and what a screen answers to a key. */
package dev.firstday.tui.model;
