/** Scripts with which a shell completes the words of firstday. */
@NullMarked
package dev.firstday.cli.completion;

import org.jspecify.annotations.NullMarked;
