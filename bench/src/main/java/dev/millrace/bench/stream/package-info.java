/// What is measured of streams: how fast readers catch up with a stream that is already there, and
/// how soon a reader has what has just been written.
@NullMarked
package dev.millrace.bench.stream;

import org.jspecify.annotations.NullMarked;
