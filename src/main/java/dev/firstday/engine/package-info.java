/**
 * Plans, applies, verifies and undoes steps, the same way for every step; knows neither AWS nor a
 * screen.
 */
package dev.firstday.engine;
