/// Work that is due at a moment rather than asked for: who has some says when, and one schedule
/// does it.
///
/// A [Timer] names the next moment at which it has something to do and does it when told to. The
/// [Schedule] of an engine runs all timers by the engine's one clock: on a thread of its own, or,
/// where somebody else moves the clock, whenever that somebody calls. So a day of due work can be
/// gone through in seconds, one moment after the other.
@NullMarked
package dev.millrace.engine.schedule;

import org.jspecify.annotations.NullMarked;
