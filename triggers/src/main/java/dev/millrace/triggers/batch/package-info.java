/// From single records to batches: what waits, when it is enough, and where it is cut.
///
/// A batch ends with whatever comes first: its size, six megabytes of event, the end of the
/// batching window, the end of the shard. The window of a batch begins when the invocation before
/// it has ended, not when its records arrive.
@NullMarked
package dev.millrace.triggers.batch;

import org.jspecify.annotations.NullMarked;
