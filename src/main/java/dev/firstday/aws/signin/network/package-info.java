/**
 * How AWS is reached from this machine: proxies, trusted certificates, endpoints and time limits.
 */
package dev.firstday.aws.signin.network;
