/** Steps for the root user and the account's contacts. */
@NullMarked
package dev.firstday.steps.root;

import org.jspecify.annotations.NullMarked;
