/// The figures of contributor insights: which keys a table or global index is accessed by most, and
/// whose requests are throttled most.
///
/// [dev.millrace.engine.insight.Contributors] is told of every access to a table that has insights
/// on, on the thread of the request, after it; tables that have none cost one look at their
/// settings. For each rule of each table and index, accesses are summed up in sketches of bounded
/// size ([dev.millrace.engine.insight.HeavyHitters]), one a minute, of which the last hour is kept
/// in memory and nothing is stored. A sketch is cut into stripes by the hash of the key, each with
/// a lock of its own, so that threads wait for each other only for the moment in which they count
/// the same keys.
@NullMarked
package dev.millrace.engine.insight;

import org.jspecify.annotations.NullMarked;
