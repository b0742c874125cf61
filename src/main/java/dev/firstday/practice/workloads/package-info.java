/**
 * The practice account's compute, database, storage and load balancing services, and
 * CloudFormation.
 */
@NullMarked
package dev.firstday.practice.workloads;

import org.jspecify.annotations.NullMarked;
