/** The practice account's IAM, STS, Organizations and Identity Center, with a policy simulator. */
@NullMarked
package dev.firstday.practice.iam;

import org.jspecify.annotations.NullMarked;
