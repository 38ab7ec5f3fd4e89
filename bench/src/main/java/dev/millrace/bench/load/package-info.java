/// The load generator: a few threads that keep many connections busy, as fast as the server answers
/// or at moments that were fixed beforehand.
///
/// With fixed moments, a time is counted from the moment at which the request should have been
/// sent. A server that stalls is then charged for all who would have waited, not only for those few
/// that the generator got around to sending (the fault known as coordinated omission).
@NullMarked
package dev.millrace.bench.load;

import org.jspecify.annotations.NullMarked;
