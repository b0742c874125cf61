/**
 * The practice account's compute, database, storage and load balancing services, and
 * CloudFormation.
 */
package dev.firstday.practice.workloads;
