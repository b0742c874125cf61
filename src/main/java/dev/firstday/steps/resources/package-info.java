/**
 * AWS resources and rules that several steps build from: buckets, log groups, roles, topics, event
 * rules.
 */
package dev.firstday.steps.resources;
