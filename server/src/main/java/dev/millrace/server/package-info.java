/// A running Millrace: the one class that knows how its parts are put together, started in order
/// and stopped in the reverse order.
///
/// {@link dev.millrace.server.MillraceServer} takes the port first, then the data directory, so
/// that a start that fails leaves nothing behind. Requests that arrive while the store is still
/// being opened wait. Whatever prevents the start is a {@link dev.millrace.server.StartupException}
/// that says so in one sentence.
@NullMarked
package dev.millrace.server;

import org.jspecify.annotations.NullMarked;
