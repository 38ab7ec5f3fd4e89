/// Kinesis streaming destinations: the streams of Kinesis Data Streams that a table's changes are
/// sent to, what clients see of them, and the records that are sent.
@NullMarked
package dev.millrace.model.destination;

import org.jspecify.annotations.NullMarked;
