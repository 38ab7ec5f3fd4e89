/// The life of shards under consumers: an engine on a clock that stands still between steps rolls,
/// splits and trims, is closed and opened again, while readers follow the rules that real consumers
/// follow; whatever happens, they see every change once and in order.
@NullMarked
package dev.millrace.conformance.shard;

import org.jspecify.annotations.NullMarked;
