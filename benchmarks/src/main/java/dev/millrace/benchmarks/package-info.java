/// The load driver: fills a running server with one kind of request from many connections and tells
/// how many requests a second it answered and how long each took.
///
/// [dev.millrace.benchmarks.LoadDriver] is the program. It speaks HTTP through
/// `dev.millrace.benchmarks.http`, which knows just enough of the protocol to stay cheap, because
/// client and server usually share one machine, and it asks for what
/// `dev.millrace.benchmarks.workload` makes up. [dev.millrace.benchmarks.StreamScale] and
/// [dev.millrace.benchmarks.TrimCost] measure engines of `dev.millrace.benchmarks.embedded`
/// instead, without a server.
@NullMarked
package dev.millrace.benchmarks;

import org.jspecify.annotations.NullMarked;
