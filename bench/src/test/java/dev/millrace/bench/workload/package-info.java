/// Tests of the kinds of requests, as far as no server is needed for them.
@NullMarked
package dev.millrace.bench.workload;

import org.jspecify.annotations.NullMarked;
