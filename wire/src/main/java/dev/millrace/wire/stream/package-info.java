/// The codecs of the operations on streams: ListStreams, DescribeStream, GetShardIterator and
/// GetRecords, and the form in which a stream record is written.
@NullMarked
package dev.millrace.wire.stream;

import org.jspecify.annotations.NullMarked;
