package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

/// The most request units a second that an on-demand table is to take.
///
/// @param maxReadRequestUnits null for no limit; in a request -1 takes a limit away
/// @param maxWriteRequestUnits as for reads
public record OnDemandThroughput(
        @Nullable Long maxReadRequestUnits, @Nullable Long maxWriteRequestUnits) {
    /// No limits.
    public static final OnDemandThroughput UNLIMITED = new OnDemandThroughput(null, null);
}
