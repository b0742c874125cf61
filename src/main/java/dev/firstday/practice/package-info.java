/**
 * The practice account: an AWS account in memory, for trying the wizard and for tests. It stands
 * behind the SDK's own client interfaces and behaves as AWS does where that matters to us.
 */
@NullMarked
package dev.firstday.practice;

import org.jspecify.annotations.NullMarked;
