/**
 * One class for each format in which results leave the program: reports, checks, plans, scripts.
 */
package dev.firstday.report;
