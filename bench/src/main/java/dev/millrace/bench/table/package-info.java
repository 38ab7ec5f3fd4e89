/// The tables that are measured: what their items look like, how they are created, filled and
/// deleted, and the few things that are picked out of answers about them.
@NullMarked
package dev.millrace.bench.table;

import org.jspecify.annotations.NullMarked;
