/// The Lambda client of the AWS SDK for Java, unmodified: functions are made, called and mapped to
/// a stream through it, on a server of the test's own.
@NullMarked
package dev.millrace.consumers.lambda;

import org.jspecify.annotations.NullMarked;
