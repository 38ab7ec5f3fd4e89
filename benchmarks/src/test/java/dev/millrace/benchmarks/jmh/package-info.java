/// Tests of the microbenchmarks themselves: that each of them runs and finds what it needs.
@NullMarked
package dev.millrace.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
