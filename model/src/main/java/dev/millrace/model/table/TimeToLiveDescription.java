package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

/// Whether a table's items expire, as DescribeTimeToLive shows it.
///
/// @param attributeName null while items do not expire
public record TimeToLiveDescription(TimeToLiveStatus status, @Nullable String attributeName) {}
