package dev.firstday.view;

/**
 * A value with its name.
 *
 * @param value empty where there is nothing to tell
 */
public record FactText(String name, String value) {}
