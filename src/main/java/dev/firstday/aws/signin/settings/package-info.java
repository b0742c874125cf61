/** The AWS CLI's files and environment variables, and the rules that their values have to keep. */
@NullMarked
package dev.firstday.aws.signin.settings;

import org.jspecify.annotations.NullMarked;
