/// What the libraries and the server log, shown on standard error from warnings upwards.
///
/// The JDK's own logging would write two lines a message, need a configuration to be quiet, and
/// fall silent as soon as the process is asked to end; so this package takes its place behind
/// {@link java.lang.System.Logger}.
@NullMarked
package dev.millrace.cli.log;

import org.jspecify.annotations.NullMarked;
