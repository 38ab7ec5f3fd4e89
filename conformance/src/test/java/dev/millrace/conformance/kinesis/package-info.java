/// A service that takes records as Kinesis does, for whole servers that send changes to it, and
/// what reaches it when it is slow, fails or loses answers.
@NullMarked
package dev.millrace.conformance.kinesis;

import org.jspecify.annotations.NullMarked;
