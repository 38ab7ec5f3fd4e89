/// Invocations that nobody waits for: kept until they succeed or are given up.
///
/// Invoke with the type Event is answered at once;
/// [dev.millrace.triggers.function.queue.EventQueue] then carries it out as Lambda does, with two
/// more attempts after errors of the function.
@NullMarked
package dev.millrace.triggers.function.queue;

import org.jspecify.annotations.NullMarked;
