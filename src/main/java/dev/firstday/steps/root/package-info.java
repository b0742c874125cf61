/** Steps for the root user and the account's contacts. */
package dev.firstday.steps.root;
