/// Golden scripts of the wire: readable files that say what is sent to a server and what must come
/// back, to the byte where it matters. Each script runs over HTTP against a server of its own; the
/// expectations come from the reference and from AWS, never from the server under test.
@NullMarked
package dev.millrace.conformance.wire;

import org.jspecify.annotations.NullMarked;
