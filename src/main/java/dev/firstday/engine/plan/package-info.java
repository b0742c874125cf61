/** Changes as data, the ordered plan that they make, its price, and whether IAM would allow it. */
package dev.firstday.engine.plan;
