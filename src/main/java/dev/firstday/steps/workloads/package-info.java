/** Steps that look at what runs in the account: logs, backups, deletion protection, secrets. */
@NullMarked
package dev.firstday.steps.workloads;

import org.jspecify.annotations.NullMarked;
