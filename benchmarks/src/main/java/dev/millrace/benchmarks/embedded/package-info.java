/// Engines that run in the benchmark's own process, on RocksDB, without a server between: what is
/// measured is the engine and its store, and gigabytes are filled in minutes.
///
/// [dev.millrace.benchmarks.TrimCost] and [dev.millrace.benchmarks.StreamScale] are the programs.
@NullMarked
package dev.millrace.benchmarks.embedded;

import org.jspecify.annotations.NullMarked;
