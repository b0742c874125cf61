/** Why a call failed, as data with an id that is the same in every language. */
@NullMarked
package dev.firstday.engine.failure;

import org.jspecify.annotations.NullMarked;
