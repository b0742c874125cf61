/** A plan as CloudFormation templates: which resource each write is, and which stack it goes to. */
@NullMarked
package dev.firstday.report.cloudformation;

import org.jspecify.annotations.NullMarked;
