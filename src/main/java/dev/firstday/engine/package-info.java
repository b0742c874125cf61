/**
 * Plans, applies, verifies and undoes steps, the same way for every step; knows neither AWS nor a
 * screen.
 */
@NullMarked
package dev.firstday.engine;

import org.jspecify.annotations.NullMarked;
