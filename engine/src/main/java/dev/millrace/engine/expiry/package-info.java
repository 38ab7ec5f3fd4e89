/// Time to live: the items that are due are found by the expiry index and deleted in ordinary
/// commits.
///
/// The applier keeps the index in the batch that changes the item, so it never lies. The
/// [ExpiryBackfill] enters what a table held before time to live was switched on, and the
/// [ExpirySweeper] deletes what is due, in small commands that other writes go between. An expired
/// item is an item like any other until its deletion commits.
@NullMarked
package dev.millrace.engine.expiry;

import org.jspecify.annotations.NullMarked;
