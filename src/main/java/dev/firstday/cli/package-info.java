/** The program: the entry point, and how a command line becomes an exit code. */
package dev.firstday.cli;
