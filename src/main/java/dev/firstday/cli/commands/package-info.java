/** One class for each command of the command line. */
package dev.firstday.cli.commands;
