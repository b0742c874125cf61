/** The wizard as a command starts it: on the full screen, or line by line. */
package dev.firstday.cli.wizard;
