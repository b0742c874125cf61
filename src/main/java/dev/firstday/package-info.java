/** firstday: the first day of a new AWS account, as a terminal wizard. */
package dev.firstday;
