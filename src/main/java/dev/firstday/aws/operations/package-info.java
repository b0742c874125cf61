/**
 * The one port to AWS and the operations that firstday may call, as two closed lists of reads and
 * writes; how requests become data and back, and what an undo of each write may be.
 */
@NullMarked
package dev.firstday.aws.operations;

import org.jspecify.annotations.NullMarked;
