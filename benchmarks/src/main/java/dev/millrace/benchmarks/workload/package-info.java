/// The kinds of requests that a load consists of, and the table that they are made for. A workload
/// makes the body of each next request and may look into each answer; it is used by one thread.
@NullMarked
package dev.millrace.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
