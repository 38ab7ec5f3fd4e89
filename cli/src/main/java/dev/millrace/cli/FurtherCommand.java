package dev.millrace.cli;

import picocli.CommandLine.Model.CommandSpec;

/// A command of another jar, found on the class path by [java.util.ServiceLoader].
///
/// A server's class path has no such jar, and `millrace serve` does not look for one, so that what
/// is seldom used does not slow down its start.
public interface FurtherCommand {

    /// The command with its options and its name.
    CommandSpec in(Surroundings surroundings);
}
