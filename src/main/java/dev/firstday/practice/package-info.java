/**
 * The practice account: an AWS account in memory, for trying the wizard and for tests. It stands
 * behind {@link dev.firstday.aws.operations.AwsApi}, as AWS does, and behaves like it where that
 * matters to us.
 */
@NullMarked
package dev.firstday.practice;

import org.jspecify.annotations.NullMarked;
