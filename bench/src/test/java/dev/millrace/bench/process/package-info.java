/// Tests of servers that the benchmark starts itself.
@NullMarked
package dev.millrace.bench.process;

import org.jspecify.annotations.NullMarked;
