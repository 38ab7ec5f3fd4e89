package dev.millrace.engine.item;

/// A partition that is too hot or too large, and where to cut it.
///
/// @param firstHash where it begins
/// @param boundary where its second half is to begin
public record WantedSplit(int tableId, long firstHash, long boundary) {}
