/// Triggers: functions that are called with the records of streams, as Lambda's event source
/// mappings do it, without Lambda.
///
/// What happens to a batch is decided by state machines without threads, clocks or chance of their
/// own (packages `batch`, `failure`, `window`, `poll`); the package `run` gives them all of these.
/// Everything is read and written through the engine's operations, so triggers see what clients
/// see, and how far they have come is itself a commit of the log.
@NullMarked
package dev.millrace.triggers;

import org.jspecify.annotations.NullMarked;
