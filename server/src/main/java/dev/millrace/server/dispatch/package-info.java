/// From the bytes of a request to the bytes of its answer.
///
/// {@link dev.millrace.server.dispatch.Dispatcher} is the only place that knows in which order a
/// request is looked at and what becomes of its errors. What there is to call stands in a table of
/// {@link dev.millrace.server.dispatch.Endpoint endpoints}, each a codec and the operation behind
/// it: a new operation is a new row, and the dispatcher does not change. Nothing here knows HTTP.
@NullMarked
package dev.millrace.server.dispatch;

import org.jspecify.annotations.NullMarked;
