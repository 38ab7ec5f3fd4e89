package dev.millrace.model.stream;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// One modification of one item, as GetRecords shows it.
///
/// @param eventId 32 lower-case hexadecimal characters
/// @param approximateCreationSeconds when the modification was committed, in whole seconds since
///   1970
/// @param sizeBytes keys and delivered images by DynamoDB's size formula
/// @param expired whether time to live deleted the item, which shows as the service's
///   `userIdentity`
public record StreamRecord(
        String eventId,
        EventName eventName,
        String awsRegion,
        long approximateCreationSeconds,
        Item keys,
        @Nullable Item newImage,
        @Nullable Item oldImage,
        String sequenceNumber,
        long sizeBytes,
        StreamViewType streamViewType,
        boolean expired) {}
