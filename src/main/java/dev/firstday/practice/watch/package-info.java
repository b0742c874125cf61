/**
 * The practice account's CloudTrail, CloudWatch, Config, GuardDuty, EventBridge, S3, SNS and
 * Systems Manager.
 */
@NullMarked
package dev.firstday.practice.watch;

import org.jspecify.annotations.NullMarked;
