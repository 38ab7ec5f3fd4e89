/// What is to be done next with the records of a shard, decided without threads, clocks or chance:
/// the same inputs give the same decisions (lambda-esm reference, section 15).
///
/// A [dev.millrace.triggers.poll.ShardPoller] is told of records, outcomes and the time, and asked
/// for steps: send this batch, report that one, wait until then. It deals records out to
/// [dev.millrace.triggers.poll.Lane lanes] by the hash of their keys; each lane keeps its own order
/// and fails on its own. How far each has come is a [dev.millrace.triggers.poll.Progress], from
/// which another poller can go on.
@NullMarked
package dev.millrace.triggers.poll;

import org.jspecify.annotations.NullMarked;
