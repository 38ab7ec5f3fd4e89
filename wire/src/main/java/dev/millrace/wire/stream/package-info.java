/// The codecs of the operations on streams: ListStreams, DescribeStream, GetShardIterator and
/// GetRecords.
@NullMarked
package dev.millrace.wire.stream;

import org.jspecify.annotations.NullMarked;
