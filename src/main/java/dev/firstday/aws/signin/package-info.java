/**
 * How this machine reaches AWS and who it is there: proxies, trusted certificates, endpoints and
 * credentials, each found where the AWS CLI finds it.
 */
@NullMarked
package dev.firstday.aws.signin;

import org.jspecify.annotations.NullMarked;
