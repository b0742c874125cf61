/** A plan as CloudFormation templates: which resource each write is, and which stack it goes to. */
package dev.firstday.report.cloudformation;
