/**
 * Steps for those who sign in: password policy, administrators, MFA, and putting the root user
 * away.
 */
@NullMarked
package dev.firstday.steps.people;

import org.jspecify.annotations.NullMarked;
