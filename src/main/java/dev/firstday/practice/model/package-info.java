/**
 * What there is in the practice account, the rules that AWS has for it, and the way in for every
 * call.
 */
@NullMarked
package dev.firstday.practice.model;

import org.jspecify.annotations.NullMarked;
