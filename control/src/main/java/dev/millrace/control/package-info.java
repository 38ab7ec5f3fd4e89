/// A client of the control API of a Millrace server, for tests in Java.
///
/// {@link dev.millrace.control.ControlClient} has a method for each thing that can be asked: to
/// move the clock, to roll, split, close and trim shards, to have faults happen. It talks plain
/// JSON over the JDK's own HTTP client. A refusal of the server is a {@link
/// dev.millrace.control.ControlException} that carries the server's sentence.
@NullMarked
package dev.millrace.control;

import org.jspecify.annotations.NullMarked;
