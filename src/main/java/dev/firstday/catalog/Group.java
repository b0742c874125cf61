package dev.firstday.catalog;

/** A heading of the list of steps. */
public record Group(String id, Text title) {}
