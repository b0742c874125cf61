/** Why a call failed, as data with an id that is the same in every language. */
package dev.firstday.engine.failure;
