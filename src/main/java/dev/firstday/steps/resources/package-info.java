/**
 * AWS resources and rules that several steps build from: buckets, log groups, roles, topics, event
 * rules.
 */
@NullMarked
package dev.firstday.steps.resources;

import org.jspecify.annotations.NullMarked;
