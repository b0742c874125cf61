/** The smallest IAM policies for what firstday calls. */
@NullMarked
package dev.firstday.aws.permissions;

import org.jspecify.annotations.NullMarked;
