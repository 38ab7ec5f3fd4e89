/// Whether what concurrent clients saw can be explained by one order of their calls, in which each
/// call took effect at one moment between its begin and its end.
///
/// A history is a list of [dev.millrace.testkit.linearizability.Call]s; a
/// [dev.millrace.testkit.linearizability.Specification] says what each call may answer and what it
/// leaves behind; [dev.millrace.testkit.linearizability.Linearizability] searches for the order.
/// [dev.millrace.testkit.linearizability.Cells] specifies a table of a few counters.
@NullMarked
package dev.millrace.testkit.linearizability;

import org.jspecify.annotations.NullMarked;
