/// Where decisions become deeds: threads that read shards, call functions, write checkpoints and
/// wait.
///
/// Each shard of each mapping has one loop, a virtual thread that owns a
/// [dev.millrace.triggers.poll.ShardPoller] and sleeps on a mailbox; every read, invocation and
/// report is a virtual thread of its own that leaves its result there. A read waits in the engine
/// until a commit wakes it, so a mapping without work costs nothing. A checkpoint is a commit of
/// the log: whatever it covers has been dealt with before it is written, so after a crash no record
/// is skipped and only what was under way is repeated.
@NullMarked
package dev.millrace.triggers.run;

import org.jspecify.annotations.NullMarked;
