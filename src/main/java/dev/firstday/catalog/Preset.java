package dev.firstday.catalog;

import java.util.List;
import java.util.Map;

/**
 * A choice of steps and of defaults under one name. {@code preset} and {@code environment} at the
 * top of the answers file each name one.
 *
 * @param id its name in the answers file
 * @param without ids of steps that it does not propose
 * @param answers defaults that replace those of the settings, by full key
 */
public record Preset(
    String id, Text title, Text about, List<String> without, Map<String, String> answers) {}
