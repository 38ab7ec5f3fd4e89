/// Tests of the benchmark program as a whole, against a server in the same process.
@NullMarked
package dev.millrace.bench;

import org.jspecify.annotations.NullMarked;
