/// AWS JSON 1.0 without the operations: JSON in and out, targets, error bodies, checksums, request
/// ids and the signature's syntax.
///
/// This is what a server needs to answer any request, and what the codecs of the operations are
/// built on; so nothing here knows an operation, and the packages below import this one, never the
/// other way round. The order of packages is: this one, then `shape` (declared members and their
/// constraints) and `value` (attribute values), then `name` (table names and ARNs), then `table`,
/// `item` and `stream` (the codecs), and last `codec`, which lists them and is imported by nobody
/// here.
@NullMarked
package dev.millrace.wire;

import org.jspecify.annotations.NullMarked;
