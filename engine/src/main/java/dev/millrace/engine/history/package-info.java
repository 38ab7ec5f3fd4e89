/// The past of tables: what each item was before each of its changes, and tables as they were.
///
/// Where somebody wants a table's past, the applier adds to the batch of a change what the item was
/// before it ([HistoryRows]). The table as of a position is then, for each item, what it was before
/// its first change behind that position, or what it is now if there was none ([TableAsOf]). So the
/// past costs one row a change, any moment can be read at any time, from one snapshot, and what is
/// too old goes in whole days.
@NullMarked
package dev.millrace.engine.history;

import org.jspecify.annotations.NullMarked;
