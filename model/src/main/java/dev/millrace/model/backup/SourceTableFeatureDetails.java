package dev.millrace.model.backup;

import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.SseDescription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What was switched on for the table that a backup was made of.
///
/// @param indexes of both kinds
/// @param stream what its stream showed; null if it had none
/// @param timeToLiveAttribute null if its items did not expire
/// @param sseDescription null if it was encrypted with a key that is DynamoDB's own
public record SourceTableFeatureDetails(
        List<SecondaryIndex> indexes,
        @Nullable StreamViewType stream,
        @Nullable String timeToLiveAttribute,
        @Nullable SseDescription sseDescription) {}
