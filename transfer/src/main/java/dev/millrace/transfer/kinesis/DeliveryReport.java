package dev.millrace.transfer.kinesis;

import java.time.Duration;

/// How the sending from one outbox goes.
///
/// @param id of the destination: a stream that was enabled anew may have two outboxes for a while
/// @param backlogRecords changes that are not sent, counted up to [Deliveries#COUNTED_MAX]
/// @param backlogAge of the first of them; zero if there is none
/// @param delivered records that the stream took since the server started
/// @param failedCalls requests of which it took nothing, or not everything
/// @param refused records that were left out, because it will never take them
public record DeliveryReport(
        int id,
        String tableName,
        String streamArn,
        long backlogRecords,
        Duration backlogAge,
        long delivered,
        long failedCalls,
        long refused) {}
