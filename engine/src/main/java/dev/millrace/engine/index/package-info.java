/// Secondary indexes as rows: what an index holds of an item, where that entry stands, and how many
/// entries there are.
///
/// An entry follows from the item alone. So the entries of an index are, at every commit, exactly
/// what [IndexEntries] makes of the table's items: the [IndexMaintainer] compares what it makes of
/// an item before and after a change and writes the difference into the batch of the change itself.
@NullMarked
package dev.millrace.engine.index;

import org.jspecify.annotations.NullMarked;
