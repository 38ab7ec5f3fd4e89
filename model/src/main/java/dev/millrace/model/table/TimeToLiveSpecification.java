package dev.millrace.model.table;

/// Whether a table's items are to expire, and by which attribute.
///
/// @param attributeName 1 to 255 characters; a top-level attribute that holds seconds since 1970
public record TimeToLiveSpecification(boolean enabled, String attributeName) {}
