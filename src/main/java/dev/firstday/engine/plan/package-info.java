/** Changes as data, the ordered plan that they make, its price, and whether IAM would allow it. */
@NullMarked
package dev.firstday.engine.plan;

import org.jspecify.annotations.NullMarked;
