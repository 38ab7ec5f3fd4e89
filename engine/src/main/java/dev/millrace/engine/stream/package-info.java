/// Streams: sequence numbers, records, iterators, and how records are appended and read.
///
/// A record's place is its shard and its position, a number of the log's hybrid clock; the sequence
/// number that clients see is the position behind the shard's generation. An iterator names a
/// position, never an offset, so it stays true whatever is trimmed or restarted.
@NullMarked
package dev.millrace.engine.stream;

import org.jspecify.annotations.NullMarked;
