/// Outboxes: the changes of items that are still to be sent to Kinesis streams. A change goes into
/// the outbox in the batch that makes it, and leaves it when the stream has taken it or after a
/// day.
@NullMarked
package dev.millrace.engine.outbox;

import org.jspecify.annotations.NullMarked;
