/** firstday: the first day of a new AWS account, as a terminal wizard. */
@NullMarked
package dev.firstday;

import org.jspecify.annotations.NullMarked;
