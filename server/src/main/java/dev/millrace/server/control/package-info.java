/// The control API: what a test may do to a running server that no client of AWS could.
///
/// It listens on a port of its own, which is not there unless asked for. {@link
/// dev.millrace.server.control.Routes} is the table of all that can be called, {@link
/// dev.millrace.server.control.ControlHandler} finds the route of a request, and each route reads
/// its few members, asks engine, clock or faults to act, and answers with JSON. What is wrong with
/// a request is a {@link dev.millrace.server.control.Refusal} with an HTTP status and a sentence.
/// The OpenAPI description that is served stands beside the classes, and a test holds it against
/// the routes. Metrics are served here as well.
@NullMarked
package dev.millrace.server.control;

import org.jspecify.annotations.NullMarked;
