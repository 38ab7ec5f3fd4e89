/// Work on all items of a table that goes on beside its writes, as for an index that is added to a
/// table with items.
///
/// A [Backfill] walks over a table's rows once, in the order of their keys. It is done chunk by
/// chunk: each [ItemChunk] is read by a command, so it sees what every earlier commit left, and is
/// a commit of its own that also moves the walk's cursor. [BackfillProgress] keeps the cursors. So
/// at every commit a backfill has dealt with exactly the rows up to its cursor: writes to those
/// keep up what it made of them, and writes to later rows leave it to the walk, which finds them as
/// they then are. Nothing is done twice, and after a crash the walk goes on where it was.
///
/// The [BackfillWorker] is the one thread that asks for chunk after chunk. Chunks are small, so
/// that writes have to wait for one no longer than for a group of their own kind.
@NullMarked
package dev.millrace.engine.backfill;

import org.jspecify.annotations.NullMarked;
