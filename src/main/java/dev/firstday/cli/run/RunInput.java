package dev.firstday.cli.run;

import dev.firstday.catalog.Catalog;
import java.util.Map;

/**
 * What a run works with.
 *
 * @param given the answers of the command line and of the answers file
 */
public record RunInput(Catalog catalog, Map<String, String> given) {}
