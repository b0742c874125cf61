/**
 * The account as the engine sees it: who is signed in, the port through which calls are made, and
 * how waiting is told.
 */
@NullMarked
package dev.firstday.engine.account;

import org.jspecify.annotations.NullMarked;
