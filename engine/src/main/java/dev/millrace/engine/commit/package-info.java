/// The one write path: command, sequencer, commit log, applier.
///
/// A [Command] is what an operation wants done. The [Sequencer]'s thread takes commands in order,
/// evaluates each against the state that all earlier ones leave, and so turns it into a [Commit].
/// The [CommitLog] makes commits durable, and the [Applier] turns them into one store batch. A
/// group of commands shares one append, which is one fsync; while it is being made durable, the
/// next group fills. No answer leaves before the group it belongs to is durable, because even a
/// refusal may rest on what an earlier command of the group wrote.
///
/// If an append fails, nobody knows whether its group is on disk. The log is then read-only, which
/// [LogHealth] tells, until it has recovered, which [RecoveryTimer] sees to.
@NullMarked
package dev.millrace.engine.commit;

import org.jspecify.annotations.NullMarked;
