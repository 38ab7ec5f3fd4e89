/// The model test: one random list of operations is done by the system under test and by the naive
/// reference database, every answer is compared, and so are, at the end, all tables and streams. A
/// failure comes with its seed and with the shortest list of operations that still shows it.
@NullMarked
package dev.millrace.testkit;

import org.jspecify.annotations.NullMarked;
