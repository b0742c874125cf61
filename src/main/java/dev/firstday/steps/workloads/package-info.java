/** Steps that look at what runs in the account: logs, backups, deletion protection, secrets. */
package dev.firstday.steps.workloads;
