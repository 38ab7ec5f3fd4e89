/// Microbenchmarks of the steps that every request takes, for JMH: values to bytes and back, JSON
/// both ways, expressions, the hash of keys, signatures. `benchmarks/jmh` runs them.
@NullMarked
package dev.millrace.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
