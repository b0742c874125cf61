/**
 * How a step stands: findings, verdict, facts and evidence, and the runner that assesses steps and
 * keeps the results.
 */
package dev.firstday.engine.assess;
