/// How many records a second go through one mapping to a function, with the function counted among
/// the costs: in this process, without HTTP.
@NullMarked
package dev.millrace.benchmarks.trigger;

import org.jspecify.annotations.NullMarked;
