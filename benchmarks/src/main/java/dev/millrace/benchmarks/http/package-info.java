/// A small HTTP/1.1 client for AWS JSON 1.0, made to cost little: requests are byte arrays with a
/// ready-made head, one selector thread serves many connections, and of an answer only the status
/// and the length are looked at. It knows keep-alive and `Content-Length`, nothing else; whatever
/// else a server answers ends the run.
@NullMarked
package dev.millrace.benchmarks.http;

import org.jspecify.annotations.NullMarked;
