/// The `millrace` command.
///
/// {@link dev.millrace.cli.Launch} hands the command line over to a subcommand, a class each that
/// {@link dev.millrace.cli.Commands} lists. What a subcommand needs of its process (streams,
/// environment, working directory, the wish to end) comes through {@link
/// dev.millrace.cli.Surroundings}, so that tests can run one without a process. A user's mistake is
/// answered with one line and a hint, never with a stack trace.
@NullMarked
package dev.millrace.cli;

import org.jspecify.annotations.NullMarked;
