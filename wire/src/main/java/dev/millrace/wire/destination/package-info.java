/// The wire form of Kinesis streaming destinations: of the four operations on them, of the records
/// that are sent to a stream, and of what is said to the service that has the streams.
@NullMarked
package dev.millrace.wire.destination;

import org.jspecify.annotations.NullMarked;
