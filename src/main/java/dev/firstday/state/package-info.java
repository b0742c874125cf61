/**
 * What is kept on this machine for each account, in files that only their owner may write: journal,
 * answers, notes, logs and a lock.
 */
@NullMarked
package dev.firstday.state;

import org.jspecify.annotations.NullMarked;
