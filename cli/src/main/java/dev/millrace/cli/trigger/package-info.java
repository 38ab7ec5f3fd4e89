/// `millrace triggers`: what a server's triggers do, what they have given up, and sending that once
/// more.
///
/// The commands ask a running server over its control port. That port is for those who run the
/// server and not for its clients, it already has the metrics, and it speaks plain JSON with errors
/// that are sentences; the port for clients speaks only what AWS's services speak.
@NullMarked
package dev.millrace.cli.trigger;

import org.jspecify.annotations.NullMarked;
