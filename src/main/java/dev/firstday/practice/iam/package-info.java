/** The practice account's IAM, STS, Organizations and Identity Center, with a policy simulator. */
package dev.firstday.practice.iam;
