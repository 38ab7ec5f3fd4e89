/// The HTTP side of the server: connections, bounds, and the shape of requests and responses.
///
/// Helidon's web server gives each connection a virtual thread and parses HTTP/1.1; {@link
/// dev.millrace.server.http.HttpListener} sets its bounds. {@link
/// dev.millrace.server.http.ApiHandler} turns a request into a call of the dispatcher and its
/// answer into a response. What is refused here is refused before anything looks at the body: a
/// method or content type that the protocol does not know, and a body that is too large. Memory is
/// bounded by the number of connections, by the size of a body, and by the {@link
/// dev.millrace.server.http.BodyBudget} for all bodies together; time is bounded by the {@link
/// dev.millrace.server.http.SlowClientWatch}.
@NullMarked
package dev.millrace.server.http;

import org.jspecify.annotations.NullMarked;
