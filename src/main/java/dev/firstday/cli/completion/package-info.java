/** Scripts with which a shell completes the words of firstday. */
package dev.firstday.cli.completion;
