package dev.millrace.engine.history;

import org.jspecify.annotations.Nullable;

/// What an item was before a change.
///
/// @param position that of the change
/// @param row the item's row in the family of items; null if there was no item
// The array is never changed, and values are not compared.
@SuppressWarnings("ArrayRecordComponent")
record Before(long position, byte @Nullable [] row) {}
