/// Tests of the load generator against servers that stall, refuse and hang up when a test wants it.
@NullMarked
package dev.millrace.bench.load;

import org.jspecify.annotations.NullMarked;
