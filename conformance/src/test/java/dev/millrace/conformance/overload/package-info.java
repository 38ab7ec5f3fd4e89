/// More than the server can do, for a moment, for a minute or for an hour: what it takes on is
/// answered in time, what it does not is refused at once, and its memory stays as it is. The load
/// comes over plain connections, so that nothing retries behind our back; one test has the SDK
/// retry.
@NullMarked
package dev.millrace.conformance.overload;

import org.jspecify.annotations.NullMarked;
