/** The smallest IAM policies for what firstday calls. */
package dev.firstday.aws.permissions;
