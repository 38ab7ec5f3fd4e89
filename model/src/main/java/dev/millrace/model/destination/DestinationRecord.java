package dev.millrace.model.destination;

import dev.millrace.model.stream.EventName;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// One change of one item, as it is sent to a destination.
///
/// @param position the place of the change in the log, growing in the order of the changes
/// @param eventId a UUID, the same each time the record is sent
/// @param creationMicros when the change was committed, in microseconds since 1970
/// @param newImage the item after the change; null if there is none
/// @param oldImage the item before it; null if there was none
/// @param sizeBytes keys and images by DynamoDB's size formula
/// @param expired whether time to live deleted the item
public record DestinationRecord(
        long position,
        String eventId,
        EventName eventName,
        String awsRegion,
        String tableName,
        long creationMicros,
        Item keys,
        @Nullable Item newImage,
        @Nullable Item oldImage,
        long sizeBytes,
        boolean expired) {}
