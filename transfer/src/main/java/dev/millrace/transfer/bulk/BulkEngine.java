package dev.millrace.transfer.bulk;

import dev.millrace.engine.operation.BulkTarget;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.PutBulk;
import dev.millrace.transfer.job.JobDocuments;

/// What bulk operations ask of the engine.
///
/// @param documents the operations themselves
/// @param cancellations of those that are to stop, by their ids
/// @param reports lines that are written down and not in the bucket yet, by the id of their
///   operation and a number
public record BulkEngine(
        Operation<BulkTarget.Request, BulkTarget.Response> target,
        Operation<PutBulk.Request, PutBulk.Response> put,
        JobDocuments documents,
        JobDocuments cancellations,
        JobDocuments reports) {}
