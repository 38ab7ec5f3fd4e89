package dev.millrace.transfer.bulk;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.response.BulkOperationDescription;
import dev.millrace.model.transfer.BulkStatus;
import dev.millrace.transfer.job.JobNames;

/// That operations are to stop. It is written down beside them, since what is written down of an
/// operation itself belongs to the thread that carries it out.
final class Cancellations {
    private static final byte[] NOTHING = {};

    private Cancellations() {}

    /// The operation with this ARN.
    ///
    /// @throws ApiException a `ResourceNotFoundException` if there is none
    static BulkOperationDescription require(BulkEngine engine, String arn) {
        return JobNames.idOf(arn, StartBulkPutItems.KIND)
                .flatMap(engine.documents()::find)
                .map(document -> BulkDocument.decode(document).description())
                .filter(found -> found.bulkOperationArn().equals(arn))
                .map(found -> shown(engine, found))
                .orElseThrow(() ->
                        new ApiException(
                                ApiError.RESOURCE_NOT_FOUND, "Bulk operation not found: " + arn));
    }

    /// The operation in the status that clients see.
    static BulkOperationDescription shown(BulkEngine engine, BulkOperationDescription stored) {
        return stored.status() == BulkStatus.IN_PROGRESS && isThere(engine, stored)
                ? stored.withStatus(BulkStatus.CANCELLING)
                : stored;
    }

    /// Has an operation stop.
    static void add(BulkEngine engine, BulkOperationDescription operation) {
        JobNames.idOf(operation.bulkOperationArn(), StartBulkPutItems.KIND)
                .ifPresent(id -> engine.cancellations().save(id, NOTHING));
    }

    private static boolean isThere(BulkEngine engine, BulkOperationDescription operation) {
        return JobNames.idOf(operation.bulkOperationArn(), StartBulkPutItems.KIND)
                .flatMap(engine.cancellations()::find)
                .isPresent();
    }
}
