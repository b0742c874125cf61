/**
 * Steps for those who sign in: password policy, administrators, MFA, and putting the root user
 * away.
 */
package dev.firstday.steps.people;
