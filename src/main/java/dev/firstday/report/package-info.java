/**
 * One class for each format in which results leave the program: reports, checks, plans, scripts.
 */
@NullMarked
package dev.firstday.report;

import org.jspecify.annotations.NullMarked;
