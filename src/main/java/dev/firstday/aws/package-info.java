/**
 * Everything that talks to AWS: the account as steps read it, the caller that writes, and the
 * builder of changes.
 */
@NullMarked
package dev.firstday.aws;

import org.jspecify.annotations.NullMarked;
