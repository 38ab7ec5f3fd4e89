/// The kinds of requests that a load consists of. Each writes the body of its next request into an
/// array of its own, and looks at no more of an answer than tells whether it is one.
@NullMarked
package dev.millrace.bench.workload;

import org.jspecify.annotations.NullMarked;
