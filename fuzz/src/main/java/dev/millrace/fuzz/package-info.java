/// What is fuzzed: each target takes any bytes and fails only if what reads them fails in a way
/// that it does not promise. Inputs that once failed stay as resources of the tests and are tried
/// in every build; `fuzz/run` looks for new ones.
@NullMarked
package dev.millrace.fuzz;

import org.jspecify.annotations.NullMarked;
