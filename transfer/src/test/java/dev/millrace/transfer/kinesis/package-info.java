/// Tests of the way of changes into Kinesis streams, with a service whose answers a test writes
/// down beforehand.
@NullMarked
package dev.millrace.transfer.kinesis;

import org.jspecify.annotations.NullMarked;
