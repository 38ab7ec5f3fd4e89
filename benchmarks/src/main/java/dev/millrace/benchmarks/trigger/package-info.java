/// How long a change takes to reach a function: a program of its own, because it is a function's
/// side of a trigger and not a load.
@NullMarked
package dev.millrace.benchmarks.trigger;

import org.jspecify.annotations.NullMarked;
