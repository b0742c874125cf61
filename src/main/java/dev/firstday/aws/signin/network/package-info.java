/**
 * How AWS is reached from this machine: proxies, trusted certificates, endpoints and time limits.
 */
@NullMarked
package dev.firstday.aws.signin.network;

import org.jspecify.annotations.NullMarked;
