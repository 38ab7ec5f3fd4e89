package dev.millrace.triggers.destination;

import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.failure.Condition;

import java.time.Instant;

/// Records that are given up, and all there is to say about it.
///
/// @param requestId of the last invocation with them, or one of their own if there was none
/// @param batch at least one record
/// @param moment when they were given up
public record FailureReport(
        String requestId,
        String functionArn,
        String streamArn,
        String shardId,
        String mappingUuid,
        Batch batch,
        Condition condition,
        Instant moment) {}
