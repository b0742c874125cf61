/**
 * How a step stands: findings, verdict, facts and evidence, and the runner that assesses steps and
 * keeps the results.
 */
@NullMarked
package dev.firstday.engine.assess;

import org.jspecify.annotations.NullMarked;
