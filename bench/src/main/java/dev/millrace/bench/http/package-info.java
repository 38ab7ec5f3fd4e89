/// HTTP as far as a load generator needs it, and no further, because client and server usually
/// share one machine: requests that are signed and written into one buffer, answers of which status
/// and length are read, on connections that are kept.
@NullMarked
package dev.millrace.bench.http;

import org.jspecify.annotations.NullMarked;
