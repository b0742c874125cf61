package dev.firstday.aws.signin.settings;

/**
 * A value that was set.
 *
 * @param value what it is
 * @param place the variable, or the file and line
 */
public record AwsSetting(String value, String place) {}
