/**
 * The AWS SDK clients of a run: made on first use, held to the rate that each service allows, with
 * credentials that can be renewed.
 */
@NullMarked
package dev.firstday.aws.client;

import org.jspecify.annotations.NullMarked;
