/// Servers that the benchmark starts itself: how long they take to answer, how much memory they
/// hold, and their end.
@NullMarked
package dev.millrace.bench.process;

import org.jspecify.annotations.NullMarked;
