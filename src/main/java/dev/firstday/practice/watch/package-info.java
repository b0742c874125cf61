/**
 * The practice account's CloudTrail, CloudWatch, Config, GuardDuty, EventBridge, S3, SNS and
 * Systems Manager.
 */
package dev.firstday.practice.watch;
