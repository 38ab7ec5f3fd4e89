/// What is measured from inside, without a server: engines of `dev.millrace.benchmarks.embedded`
/// under load, and in `dev.millrace.benchmarks.jmh` the small steps of every request. What is
/// measured from outside is in the module `bench`.
@NullMarked
package dev.millrace.benchmarks;

import org.jspecify.annotations.NullMarked;
