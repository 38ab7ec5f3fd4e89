/// Streams as a reader finds them: every shard with its records, in model types. Whoever reads a
/// stream (through an engine in the same process or over HTTP) hands it on in this form.
@NullMarked
package dev.millrace.testkit.stream;

import org.jspecify.annotations.NullMarked;
