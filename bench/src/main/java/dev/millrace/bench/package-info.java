/// `millrace bench`: measures a server that speaks DynamoDB's API, this one or another, or two of
/// them alternately.
///
/// [dev.millrace.bench.BenchCommand] reads the command line into a [dev.millrace.bench.Plan];
/// [dev.millrace.bench.Session] carries it out, one workload after the other, on one
/// [dev.millrace.bench.Contender] or two. Nothing of Millrace is used but its command line: what is
/// measured is seen from outside. This module is beside the server's class path, not on it, and is
/// found through [dev.millrace.cli.FurtherCommand].
@NullMarked
package dev.millrace.bench;

import org.jspecify.annotations.NullMarked;
